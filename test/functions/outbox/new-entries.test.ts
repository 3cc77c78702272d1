import { describe, expect, it } from 'vitest';
import { newEntries } from '../../../functions/outbox/new-entries.ts';

const record = (id: string, kind: string) => ({
  eventName: 'INSERT',
  dynamodb: { Keys: { id: { S: id } }, NewImage: { id: { S: id }, errand: { M: { kind: { S: kind } } } } },
});

describe('a batch of new entries', () => {
  it('is taken in its order, but for mails, which come last', () => {
    const Records = [record('a', 'mail'), record('b', 'start'), record('c', 'mail'), record('d', 'resume')];
    expect(newEntries({ Records })).toEqual(['b', 'd', 'a', 'c']);
  });

  it('that nobody understands is empty: its entries are the sweep’s', () => {
    expect([newEntries(undefined), newEntries({ Records: [{ dynamodb: {} }] })]).toEqual([[], []]);
  });
});
