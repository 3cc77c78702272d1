import type { Text } from './i18n.ts';

/** Not allowed, for a reason that the person is told in their language. Never retried. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: string;
  readonly text: Text;
  constructor(code: string, text: Text) {
    super(code);
    this.code = code;
    this.text = text;
  }
}

/** Somebody else changed the entity first. The caller reads again and decides again, at most three times. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

/** The longest pause between two tries, in milliseconds. */
const longestPause = 2000;

/** Runs a read-decide-commit cycle again when a concurrent change won, with a short random pause between. */
export async function decideAgainOnConflict<T>(decide: () => Promise<T>, tries = 3): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await decide();
    } catch (error) {
      if (!(error instanceof Conflict) || attempt >= tries) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(longestPause, 50 * 2 ** attempt)));
    }
  }
}
