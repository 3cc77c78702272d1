import { describe, expect, it } from 'vitest';
import { newEntries } from '../../../functions/outbox/new-entries.ts';

const record = (id: string, kind: string) => ({
  eventName: 'INSERT',
  dynamodb: { Keys: { id: { S: id } }, NewImage: { id: { S: id }, errand: { M: { kind: { S: kind } } } } },
});

describe('a batch of new entries', () => {
  it('is taken in its order, but for mails, which come last', () => {
    const Records = [record('a', 'mail'), record('b', 'start'), record('c', 'mail'), record('d', 'resume')];
    expect(newEntries({ Records }).map(({ id }) => id)).toEqual(['b', 'd', 'a', 'c']);
  });

  it('has the template of each mail, and when DynamoDB stored it', () => {
    const { dynamodb } = record('a', 'mail');
    const errand = { M: { kind: { S: 'mail' }, template: { S: 'waitlisted' } } };
    const stored = { ApproximateCreationDateTime: 1_799_629_200, NewImage: { ...dynamodb.NewImage, errand } };
    expect(newEntries({ Records: [{ dynamodb: stored }] })).toEqual([
      { id: 'a', template: 'waitlisted', storedAt: '2027-01-11T01:00:00.000Z' },
    ]);
  });

  it('leaves out what it cannot read, and nothing else', () => {
    const odd = { dynamodb: { NewImage: { id: { S: 'odd' }, errand: { S: 'a mail' } } } };
    expect(newEntries({ Records: [odd, record('a', 'mail')] })).toEqual([{ id: 'a' }]);
  });

  it('leaves out what is held back: its time has not come', () => {
    const { dynamodb } = record('held', 'mail');
    const NewImage = { ...dynamodb.NewImage, heldUntil: { S: '2027-01-11T01:00:40.000Z' } };
    expect(newEntries({ Records: [{ dynamodb: { NewImage } }, record('a', 'mail')] })).toEqual([{ id: 'a' }]);
  });

  it('that nobody understands is empty: its entries are the sweep’s', () => {
    expect([newEntries(undefined), newEntries({ Records: [{ dynamodb: {} }] })]).toEqual([[], []]);
  });
});
