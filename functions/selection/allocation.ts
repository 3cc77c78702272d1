import * as z from 'zod';
import type { AdmissionRules, Quota } from '../rounds/admission-rules.ts';
import type { EligibilityAnswers } from '../rounds/eligibility.ts';
import { storedObject } from '../shared/database/stored.ts';

const whole = z.number().int().nonnegative();

/** What decides who gets a seat, from the round. */
export const seatingSchema = storedObject({
  capacity: whole,
  quotas: z.array(storedObject({ id: z.string(), seats: whole })),
  fill: z.enum(['quotas-first', 'open-first']),
  waitlist: whole,
  nearCut: whole,
});
export type Seating = z.output<typeof seatingSchema>;

/** The kind of a seat that belongs to no quota. */
export const openSeat = 'open';

export const outcomeSchema = z.discriminatedUnion('outcome', [
  /** Seats are numbered in the order in which they are filled; `kind` is `open` or the id of a quota. */
  storedObject({ outcome: z.literal('SEAT'), seat: z.number().int().positive(), kind: z.string() }),
  storedObject({ outcome: z.literal('WAITLIST'), number: z.number().int().positive() }),
  storedObject({ outcome: z.literal('NOT_SELECTED') }),
]);
export type Outcome = z.output<typeof outcomeSchema>;

/** The last one who has a seat of a kind. */
export const cutSchema = storedObject({ place: z.number().int().positive(), score: z.number().optional() });
export type Cut = z.output<typeof cutSchema>;

/** Somebody in the order of places. */
export interface InLine {
  readonly reference: string;
  readonly place: number;
  readonly score?: number;
  readonly quotas: readonly string[];
  readonly placeable: boolean;
}

export interface Allocation {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Of the open seats; of all seats, if none is open. None if nobody has a seat. */
  readonly cut?: Cut;
  /** By the quota's id; none for a quota in which nobody has a seat. */
  readonly quotaCuts: Readonly<Record<string, Cut>>;
  /** Who is so few places above or below a cut, in its own line, that the round counts them as near it. */
  readonly nearCut: ReadonlySet<string>;
}

/** What a round says of its seats, as a snapshot keeps it. */
export const seatingOf = (
  capacity: number,
  { ranking, offer }: Pick<AdmissionRules, 'ranking' | 'offer'>,
): Seating => ({
  capacity,
  quotas: ranking.quotas.map(({ id, seats }) => ({ id, seats })),
  fill: ranking.fill,
  waitlist: offer.waitlist.length,
  nearCut: ranking.nearCut,
});

/** Seats that are kept for the members of quotas: more than there are, if a round says so. */
export const keptSeats = ({ quotas }: Pick<Seating, 'quotas'>): number =>
  quotas.reduce((sum, { seats }) => sum + seats, 0);

/** Whether the cut is that of the open seats: no place is the last of two kinds. */
export const cutIsOpen = ({ cut, quotaCuts }: Pick<Allocation, 'cut' | 'quotaCuts'>): boolean =>
  cut !== undefined && Object.values(quotaCuts).every(({ place }) => place !== cut.place);

/** The ids of the quotas that apply to who gave these answers. An answer that is missing meets none. */
export const quotasOf = (answers: EligibilityAnswers, quotas: readonly Quota[]): string[] =>
  quotas.filter((quota) => applies(quota, answers[quota.field])).map(({ id }) => id);

function applies(quota: Quota, answer: EligibilityAnswers[string]): boolean {
  const given = [answer ?? []].flat().map((part) => String(part).trim());
  switch (quota.rule) {
    case 'any-of':
      return given.some((choice) => quota.values.includes(choice));
    case 'at-most':
      return given.length === 1 && given[0] !== '' && Number(given[0]) <= quota.most;
  }
}

/** Seats, then the waitlist by place, then nothing. */
export function allocate(line: readonly InLine[], seating: Seating): Allocation {
  const kinds = fillSeats(
    line.filter(({ placeable }) => placeable),
    seating,
  );
  const seats = new Map([...kinds.keys()].map((reference, index) => [reference, index + 1]));
  const waiting = line
    .filter(({ reference, placeable }) => placeable && !kinds.has(reference))
    .slice(0, seating.waitlist);
  const numbers = new Map(waiting.map(({ reference }, index) => [reference, index + 1]));
  const outcomeOf = ({ reference }: InLine): Outcome => {
    const [seat, kind, number] = [seats.get(reference), kinds.get(reference), numbers.get(reference)];
    if (seat !== undefined && kind !== undefined) return { outcome: 'SEAT', seat, kind };
    return number === undefined ? { outcome: 'NOT_SELECTED' } : { outcome: 'WAITLIST', number };
  };
  return {
    outcomes: new Map(line.map((entry) => [entry.reference, outcomeOf(entry)])),
    ...cutsOf(line, kinds, seating),
    nearCut: nearCuts(line, kinds, seating),
  };
}

/**
 * The kind of seat of everybody who gets one, in the order of filling. Quotas take their seats in the order of the
 * round's file, each by place; who falls under several takes the seat of the first. What is left then is open: the open
 * seats, unless they went first, and those of quotas that nobody is left for.
 */
function fillSeats(line: readonly InLine[], { capacity, quotas, fill }: Seating): ReadonlyMap<string, string> {
  const kinds = new Map<string, string>();
  const take = (kind: string, seats: number, from = line): void => {
    const free = Math.max(0, Math.min(seats, capacity - kinds.size));
    const next = from.filter(({ reference }) => !kinds.has(reference)).slice(0, free);
    for (const { reference } of next) kinds.set(reference, kind);
  };
  if (fill === 'open-first') take(openSeat, capacity - keptSeats({ quotas }));
  for (const { id, seats } of quotas) {
    const members = line.filter((entry) => entry.quotas.includes(id));
    take(id, seats, members);
  }
  take(openSeat, capacity);
  return kinds;
}

function cutsOf(line: readonly InLine[], kinds: ReadonlyMap<string, string>, { quotas }: Seating) {
  const cutOf = (kind?: string): Cut | undefined => {
    const last = line.findLast(({ reference }) => kinds.has(reference) && (kinds.get(reference) === kind || !kind));
    return last && { place: last.place, score: last.score };
  };
  const ofQuotas = quotas.flatMap(({ id }): [string, Cut][] => {
    const cut = cutOf(id);
    return cut ? [[id, cut]] : [];
  });
  return { cut: cutOf(openSeat) ?? cutOf(), quotaCuts: Object.fromEntries(ofQuotas) };
}

/**
 * Who is near the open cut or near that of a quota: the last who have a seat of that kind, and the first who come next
 * for one. Each cut has its own line, in which nobody stands who has a seat of another kind, and for a quota nobody but
 * its members. A quota whose cut lies above the open one changes nothing, since whoever falls below it gets an open seat:
 * its seats count as open ones.
 */
function nearCuts(
  line: readonly InLine[],
  kinds: ReadonlyMap<string, string>,
  { quotas, nearCut }: Seating,
): ReadonlySet<string> {
  const lastOf = (kind: string): number => line.findLastIndex(({ reference }) => kinds.get(reference) === kind);
  const telling = quotas.map(({ id }) => id).filter((id) => lastOf(id) > lastOf(openSeat));
  const kindOf = ({ reference }: InLine): string | undefined => {
    const kind = kinds.get(reference);
    return kind === undefined || telling.includes(kind) ? kind : openSeat;
  };
  const near = (kind: string, mayHave: (entry: InLine) => boolean): InLine[] => {
    const own = line.filter((entry) => entry.placeable && mayHave(entry) && (kindOf(entry) ?? kind) === kind);
    const seats = own.filter((entry) => kindOf(entry) === kind).length;
    return seats === 0 ? [] : own.slice(Math.max(0, seats - nearCut), seats + nearCut);
  };
  const all = [
    ...near(openSeat, () => true),
    ...telling.flatMap((id) => near(id, (entry) => entry.quotas.includes(id))),
  ];
  return new Set(all.map(({ reference }) => reference));
}
