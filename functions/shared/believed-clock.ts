/**
 * Milliseconds by which a worker's clock may differ from the time in DynamoDB's answers and is still believed. That time
 * has whole seconds and is as old as the answer took, so that a clock set by it would lag by up to some seconds, each
 * worker's by others.
 */
const believedWithin = 60_000;

/**
 * Milliseconds since 1970: by the worker's own clock, or, if that goes wrong by minutes, by what the SDK has learned
 * (`systemClockOffset`, which it sets anew with every answer).
 */
export const believedClock =
  (learned: { readonly systemClockOffset: number }, own: () => number = Date.now) =>
  (): number =>
    Math.abs(learned.systemClockOffset) > believedWithin ? own() + learned.systemClockOffset : own();
