import type { Context } from './context.ts';

export interface Command {
  readonly usage: string;
  readonly about: string;
  readonly run: (context: () => Context, words: readonly string[]) => Promise<void>;
  /** Needs no cloud. */
  readonly alone?: boolean;
}
