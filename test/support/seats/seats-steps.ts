import * as fc from 'fast-check';
import type { SeatsWorld } from './seats-world.ts';

interface Kind {
  /** How often it comes, beside the others. */
  readonly weight: number;
  /** The largest number that says whom, which seat or which earlier request it is about. */
  readonly most: number;
  readonly take: (world: SeatsWorld, number: number) => unknown;
}

const person = (world: SeatsWorld, number: number): string => world.references[number % world.references.length] ?? '';
const seat = (world: SeatsWorld, number: number): string => world.seatIds[number % world.seatIds.length] ?? '';
const day = 24 * 60;

/** All that can happen to a round's seats. */
const kinds = {
  accept: { weight: 20, most: 5, take: (world, number) => world.accept(person(world, number)) },
  decline: { weight: 16, most: 5, take: (world, number) => world.decline(person(world, number)) },
  lapse: { weight: 12, most: 5, take: (world, number) => world.lapse(person(world, number)) },
  withdraw: { weight: 16, most: 5, take: (world, number) => world.withdraw(person(world, number)) },
  admit: { weight: 12, most: 5, take: (world, number) => world.admit(person(world, number)) },
  'accept again': { weight: 4, most: 5, take: (world, number) => world.answerAgain(number, 'ACCEPT') },
  'decline again': { weight: 4, most: 5, take: (world, number) => world.answerAgain(number, 'DECLINE') },
  repeat: { weight: 2, most: 2, take: (world, number) => world.repeat(seat(world, number), 0) },
  'repeat an earlier run': { weight: 2, most: 2, take: (world, number) => world.repeat(seat(world, number), 1) },
  restart: { weight: 2, most: 2, take: (world, number) => world.restart(seat(world, number)) },
  fail: { weight: 2, most: 2, take: (world, number) => world.fail(seat(world, number)) },
  deliver: { weight: 10, most: 0, take: (world) => world.deliver(1) },
  'deliver all': { weight: 10, most: 0, take: (world) => world.deliver(Number.POSITIVE_INFINITY) },
  count: { weight: 8, most: 0, take: (world) => world.count() },
  'a day passes': { weight: 3, most: 0, take: (world) => world.later(day) },
  'a week passes': { weight: 3, most: 0, take: (world) => world.later(7 * day) },
  extend: { weight: 3, most: 0, take: (world) => world.extend(7) },
  'close the waitlist': { weight: 1, most: 0, take: (world) => world.closeWaitlist() },
  'call off': { weight: 1, most: 0, take: (world) => world.callOff() },
  tell: { weight: 2, most: 0, take: (world) => world.tell() },
} as const satisfies Readonly<Record<string, Kind>>;

type StepName = keyof typeof kinds;
export interface Step {
  readonly name: StepName;
  readonly number: number;
}

const names = Object.keys(kinds).filter((name): name is StepName => name in kinds);

/** One step, of any kind. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  ...names.map((name) => ({
    weight: kinds[name].weight,
    arbitrary: fc.record({ name: fc.constant(name), number: fc.nat({ max: kinds[name].most }) }),
  })),
);

export async function take(world: SeatsWorld, { name, number }: Step): Promise<void> {
  const { take: act }: Kind = kinds[name];
  await act(world, number);
}
