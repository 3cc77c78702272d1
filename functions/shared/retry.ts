interface Retry {
  /** How often in all. */
  readonly tries: number;
  /** Whether it may go better the next time. */
  readonly mayPass: (error: unknown) => boolean;
  /** Milliseconds before the next try, after so many. */
  readonly pause: (attempt: number) => number;
}

/** What `act` gives, once it does. @throws its last error, at once if that will not pass */
export async function retrying<T>(act: () => Promise<T>, { tries, mayPass, pause }: Retry): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (!mayPass(error) || attempt >= tries) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause(attempt)));
    }
  }
}

/** Doubles from try to try, and varies by half to either side. */
export const doubling =
  (first: number) =>
  (attempt: number): number =>
    (0.5 + Math.random()) * first * 2 ** attempt;
