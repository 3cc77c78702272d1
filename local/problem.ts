/** Something that the person at the keyboard can mend: its message is one sentence that says how. Shown without a stack. */
export class Problem extends Error {
  override readonly name = 'Problem';
}

/** What to print for any error: a problem's sentence alone, everything else with its stack. */
export const explain = (error: unknown): string => {
  if (error instanceof Problem) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};
