import { isObject, isTexts, readJson } from './read-json.ts';

/*
 * What was typed and not sent, kept in the browser: by the form (whose it is and which page), and by the window in which
 * it was typed, so that two windows never write over each other. Nothing here knows of a document.
 */

/** What browsers call Storage. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Of a browser that keeps nothing. */
export const noStore: Store = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
};

/** The values of controls by their names: of check boxes those that are ticked. */
export type Values = Readonly<Record<string, readonly string[]>>;

export interface Copy {
  /** When the last of it was typed, in milliseconds. */
  readonly at: number;
  /** The revision that its form showed. */
  readonly revision: number;
  /** Only what differs from what the form showed. */
  readonly values: Values;
}
export interface KeptCopy extends Copy {
  readonly key: string;
}

const prefix = 'typed:';
const forgottenKey = 'typed-forgotten';

/** Computers in libraries and schools are shared: a day is enough to come back, and nobody else's words stay for long. */
export const lifeOfCopy = 24 * 60 * 60 * 1000;

export const copyKey = (form: string, window: string): string => `${prefix}${form}|${window}`;

export const isCopyOf = (form: string, key: string): boolean => key.startsWith(copyKey(form, ''));

const isValues = (given: unknown): given is Values => isObject(given) && Object.values(given).every(isTexts);

const isCopy = (given: unknown): given is Copy =>
  isObject(given) && typeof given.at === 'number' && typeof given.revision === 'number' && isValues(given.values);

/** A copy as it was kept; nothing if there is none, or something else. */
export function readCopy(store: Store, key: string): KeptCopy | undefined {
  const given = readJson(store.getItem(key));
  return isCopy(given) ? { ...given, key } : undefined;
}

const keysIn = (store: Store): string[] =>
  Array.from({ length: store.length }, (_, index) => store.key(index) ?? '').filter((key) => key.startsWith(prefix));

const oldestFirst = (store: Store): KeptCopy[] =>
  keysIn(store)
    .map((key) => readCopy(store, key))
    .filter((copy) => copy !== undefined)
    .sort((a, b) => a.at - b.at);

/** The copies of a form, the newest first. */
export const copiesOf = (store: Store, form: string): KeptCopy[] =>
  oldestFirst(store)
    .filter(({ key }) => isCopyOf(form, key))
    .reverse();

/**
 * Keeps a copy, at the cost of the oldest ones if the browser has no more room.
 * @param opened when the page was opened: what was forgotten since is not brought back by a window that is still open
 */
export function keepCopy(store: Store, key: string, copy: Copy, opened: number): void {
  if (Number(store.getItem(forgottenKey)) >= opened) return;
  const text = JSON.stringify(copy);
  const older = oldestFirst(store).filter((other) => other.key !== key);
  for (;;) {
    try {
      store.setItem(key, text);
      return;
    } catch {
      const oldest = older.shift();
      if (!oldest) return;
      store.removeItem(oldest.key);
    }
  }
}

/** Takes away what has outlived its day, and what cannot be read. */
export function dropExpired(store: Store, now: number): void {
  for (const key of keysIn(store)) {
    const copy = readCopy(store, key);
    if (!copy || copy.at > now || copy.at < now - lifeOfCopy) store.removeItem(key);
  }
}

/** Takes away all copies: somebody has left this browser. */
export function forgetAll(store: Store, now: number): void {
  for (const key of keysIn(store)) store.removeItem(key);
  store.setItem(forgottenKey, String(now));
}
