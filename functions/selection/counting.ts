/** What a step that counts gives its state: `done` of `of` for who looks, and when to count again. */
export interface Counted<Outcome extends string = string> {
  readonly outcome: Outcome;
  readonly done: number;
  readonly of: number;
  /** How often it was counted. */
  readonly checks: number;
  /** Whole seconds until the next count. */
  readonly seconds: number;
}

const shortest = 5;
const longest = 7200;

/**
 * 5 seconds first, a twentieth more each time, two hours at most: within seconds in the first minutes, hourly over weeks.
 * What people have finished is noticed after a twentieth of the time that it took them.
 */
export const secondsUntilNextCount = (checks: number): number =>
  Math.min(longest, Math.round(shortest * 1.05 ** Math.min(checks, 200)));

/** What a counting step answers to its run: how far it is, and when to count again. */
export const counted = <const Outcome extends string>(
  outcome: Outcome,
  numbers: { readonly done: number; readonly of: number; readonly checks: number; readonly seconds?: number },
): Counted<Outcome> => ({
  outcome,
  done: numbers.done,
  of: numbers.of,
  checks: outcome === 'WAIT' ? numbers.checks + 1 : 0,
  seconds: numbers.seconds ?? secondsUntilNextCount(numbers.checks),
});
