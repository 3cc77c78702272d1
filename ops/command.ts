import type { Context } from './context.ts';

export interface Command {
  readonly usage: string;
  readonly about: string;
  readonly run: (context: () => Context, words: readonly string[]) => Promise<void>;
  /** Works without a cloud too: then `context` throws the reason why there is none. */
  readonly alone?: boolean;
}
