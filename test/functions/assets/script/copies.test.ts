import { describe, expect, it } from 'vitest';
import {
  type Copy,
  copiesOf,
  copyKey,
  dropExpired,
  forgetAll,
  isCopyOf,
  keepCopy,
  lifeOfCopy,
  readCopy,
  type Store,
} from '../../../../functions/assets/script/copies.ts';

/** A browser's storage with room for so many characters. */
function storage(room = Number.POSITIVE_INFINITY): Store & { keys(): string[] } {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      const others = [...items].filter(([name]) => name !== key).flat();
      if (others.join('').length + key.length + value.length > room) throw new DOMException('', 'QuotaExceededError');
      items.set(key, value);
    },
    removeItem: (key) => {
      items.delete(key);
    },
    keys: () => [...items.keys()],
  };
}

const opened = 1_000_000;
const copy = (at: number, text = 'typed'): Copy => ({ at, revision: 3, values: { motivation: [text], ties: [] } });
const form = 'A-27H1-7K3Q-9MX4/why';

describe('the copies of what was typed and not sent', () => {
  it('are found by their form, the newest first, whichever window they are of', () => {
    const store = storage();
    keepCopy(store, copyKey(form, 'first'), copy(opened + 1), opened);
    keepCopy(store, copyKey(form, 'second'), copy(opened + 2), opened);
    keepCopy(store, copyKey('A-27H1-7K3Q-9MX4/attendance', 'first'), copy(opened + 3), opened);
    keepCopy(store, copyKey('R-27H1-0000-0000/why', 'first'), copy(opened + 4), opened);
    expect(copiesOf(store, form)).toEqual([
      { ...copy(opened + 2), key: copyKey(form, 'second') },
      { ...copy(opened + 1), key: copyKey(form, 'first') },
    ]);
    expect(isCopyOf(form, copyKey(form, 'first'))).toBe(true);
    expect(isCopyOf('A-27H1-7K3Q-9MX4/wh', copyKey(form, 'first'))).toBe(false);
  });

  it('end by themselves a day after the last of them was typed, and at once if the clock went back', () => {
    const store = storage();
    const now = opened + lifeOfCopy;
    for (const [window, at] of [
      ['ended', opened - 1],
      ['good', opened],
      ['ahead', now + 1],
    ] as const) {
      keepCopy(store, copyKey(form, window), copy(at), 1);
    }
    store.setItem('somebody-elses', 'kept');
    dropExpired(store, now);
    expect(store.keys()).toEqual([copyKey(form, 'good'), 'somebody-elses']);
  });

  it('that are no copies are taken for none and thrown away', () => {
    const store = storage();
    const key = copyKey(form, 'odd');
    for (const odd of ['', '{', 'null', '7', '{"at":1}', '{"at":1,"revision":1,"values":{"a":"b"}}']) {
      store.setItem(key, odd);
      expect(readCopy(store, key)).toBeUndefined();
      expect(copiesOf(store, form)).toEqual([]);
      dropExpired(store, 2);
      expect(store.keys()).toEqual([]);
    }
  });

  it('make room for a newer one, the oldest first; what is larger than the room is not kept, and nothing breaks', () => {
    const store = storage(400);
    for (const [index, window] of ['a', 'b', 'c', 'd', 'e'].entries()) {
      keepCopy(store, copyKey(form, window), copy(opened + index), opened);
    }
    const kept = copiesOf(store, form).map(({ key }) => key);
    expect(kept.length).toBeGreaterThan(1);
    expect(kept).toEqual(['e', 'd', 'c', 'b', 'a'].slice(0, kept.length).map((window) => copyKey(form, window)));
    keepCopy(store, copyKey(form, 'huge'), copy(opened + 9, 'x'.repeat(500)), opened);
    expect(readCopy(store, copyKey(form, 'huge'))).toBeUndefined();
  });

  it('are all gone once somebody has left, and no window that was open then brings them back', () => {
    const store = storage();
    keepCopy(store, copyKey(form, 'first'), copy(opened + 1), opened);
    store.setItem('somebody-elses', 'kept');
    forgetAll(store, opened + 5);
    expect(copiesOf(store, form)).toEqual([]);
    expect(store.getItem('somebody-elses')).toBe('kept');
    keepCopy(store, copyKey(form, 'first'), copy(opened + 6), opened);
    expect(copiesOf(store, form)).toEqual([]);
    keepCopy(store, copyKey(form, 'later'), copy(opened + 8), opened + 7);
    expect(copiesOf(store, form)).toHaveLength(1);
  });
});
