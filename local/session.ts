import { explain } from './problem.ts';

/** Prints what is being done, and how long each step took. */
export interface Progress {
  step<Result>(name: string, work: (detail: (sentence: string) => void) => Promise<Result>): Promise<Result>;
  say(text: string): void;
}

export function createProgress(print: (text: string) => void = console.log): Progress {
  const beginning = Date.now();
  const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
  return {
    say: print,
    step: async (name, work) => {
      const started = Date.now();
      const result = await work((sentence) => print(`           · ${sentence}`));
      print(`${seconds(beginning).padStart(8)}  ${name} (${seconds(started)})`);
      return result;
    },
  };
}

/** What was started, to be stopped in the opposite order, exactly once. */
export interface Session {
  /** Aborted when the session is to end; passed to everything that takes long. */
  readonly signal: AbortSignal;
  /** Takes charge of something that was started; stops it at once if the session is over already. */
  own<Thing extends { stop(): Promise<void> }>(name: string, thing: Thing): Promise<Thing>;
  /** Ends the session from anywhere: with a reason when something went wrong. */
  end(reason?: unknown): void;
  /** Waits for the end and stops everything. Gives the exit code: 0 when it was asked for, else 1. */
  closed(): Promise<number>;
}

export function openSession(print: (text: string) => void = console.log): Session {
  const things: { name: string; stop(): Promise<void> }[] = [];
  const ending = new AbortController();
  const over = Promise.withResolvers<unknown>();
  return {
    signal: ending.signal,
    own: async (name, thing) => {
      things.push({ name, stop: () => thing.stop() });
      ending.signal.throwIfAborted();
      return thing;
    },
    end: (reason) => {
      over.resolve(reason);
      ending.abort();
    },
    closed: async () => {
      const reason = await over.promise;
      if (reason !== undefined) print(`\n${explain(reason)}`);
      if (things.length > 0) print('\nStopping …');
      for (const { name, stop } of things.reverse()) {
        await stop().catch((error: unknown) => print(`  ${name}: ${explain(error)}`));
        print(`  ${name} stopped`);
      }
      return reason === undefined ? 0 : 1;
    },
  };
}
