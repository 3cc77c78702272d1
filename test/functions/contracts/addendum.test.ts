import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addendumFields,
  afterAddendum,
  type Changes,
  changesFrom,
  fieldsIn,
  onlyDifferent,
  type Party,
  refusalOf,
} from '../../../functions/contracts/addendum.ts';
import { nextAddendum, openFor } from '../../../functions/contracts/agreement-events.ts';
import { nextContractOf } from '../../../functions/contracts/begin-extension.ts';
import { applicantKinds } from '../../../functions/forms/lab-v1/kind.ts';
import { newResidencyEvent, nextTry, residencyEventSchema } from '../../../functions/residencies/residency-event.ts';
import { allContracts } from '../../../functions/residency-rules/terms.ts';
import { instantSchema, localDateSchema } from '../../../functions/shared/time.ts';

const now = instantSchema.parse('2028-02-07T01:00:00.000Z');
const words = fc.string({ minLength: 1, maxLength: 8 });
const maybe = fc.option(words, { nil: undefined });

const parties: fc.Arbitrary<Party> = fc.record({
  startup: fc.record({
    kind: fc.constantFrom(...applicantKinds),
    name: words,
    number: maybe,
    representative: words,
    position: maybe,
    email: words,
    mobile: maybe,
    lang: fc.constantFrom('ko' as const, 'en' as const),
  }),
  desks: fc.integer({ min: 1, max: 12 }),
});
const wanted: fc.Arbitrary<Changes> = fc.record(
  {
    name: words,
    number: fc.string({ maxLength: 8 }),
    representative: words,
    position: fc.string({ maxLength: 8 }),
    email: words,
    mobile: fc.string({ maxLength: 8 }),
    desks: fc.integer({ min: 1, max: 12 }),
  },
  { requiredKeys: [] },
);

describe('what an addendum changes', () => {
  it('is all that is different, and nothing else', () => {
    fc.assert(
      fc.property(parties, wanted, (party, changes) => {
        const different = onlyDifferent(party, changes);
        const after = afterAddendum(party, different);
        expect(afterAddendum(party, changes)).toEqual(after);
        expect(onlyDifferent(after, changes)).toEqual({});
        expect(changesFrom(party, different).every(({ was, becomes }) => was !== becomes)).toBe(true);
        const untouched = addendumFields.filter((field) => !fieldsIn(different).includes(field));
        for (const field of untouched) {
          const [before, later] = [party, after].map(({ startup, desks }) =>
            field === 'desks' ? desks : (startup[field] ?? ''),
          );
          expect(later).toBe(before);
        }
      }),
    );
  });

  it('leaves no firm without its number, and gives no founder one', () => {
    fc.assert(
      fc.property(parties, wanted, (party, changes) => {
        const different = onlyDifferent(party, changes);
        if (refusalOf(party, different)) return;
        const { kind, number } = afterAddendum(party, different).startup;
        expect(number === undefined).toBe(kind === 'founder');
      }),
    );
  });
});

describe('events of agreements', () => {
  const event = (about: string, state: 'OPEN' | 'DROPPED' | 'DONE', what: 'extension' | 'addendum') => ({
    ...newResidencyEvent(
      {
        residency: 'S-27H1-7K3Q-9MX4',
        kind: 'agreement',
        about,
        change:
          what === 'addendum'
            ? { for: 'addendum', desks: 3 }
            : {
                for: 'extension',
                contract: {
                  number: 2,
                  from: localDateSchema.parse('2028-05-10'),
                  to: localDateSchema.parse('2029-05-09'),
                },
                months: 12,
              },
      },
      now,
    ),
    state,
  });

  it('are counted, each under an id of its own', () => {
    const tried = (events: Parameters<typeof nextTry>[0], about: string) =>
      nextTry(events, { kind: 'agreement', about });
    expect(tried([], 'X2')).toBe('X2');
    expect(tried([event('X2', 'DROPPED', 'extension')], 'X2')).toBe('X2T2');
    const twice = [event('X2', 'DROPPED', 'extension'), event('X2T2', 'DROPPED', 'extension')];
    expect(tried(twice, 'X2')).toBe('X2T3');
    expect(tried(twice, 'X3')).toBe('X3');
    expect(nextTry(twice, { kind: 'renewal', about: 'X2' })).toBe('X2');
    expect(nextAddendum([...twice, event('D1', 'DROPPED', 'addendum')])).toBe('D2');
    expect(event('X2T2', 'OPEN', 'extension').id).toBe('S-27H1-7K3Q-9MX4-X2T2');
  });

  it('are open for one kind at a time', () => {
    const all = [event('X2', 'DONE', 'extension'), event('D1', 'OPEN', 'addendum')];
    expect(openFor(all, 'extension')).toBeUndefined();
    expect(openFor(all, 'addendum')?.about).toBe('D1');
  });

  it('are read as they were stored, with what newer code has written', () => {
    const stored = { ...event('D1', 'OPEN', 'addendum'), later: 1 };
    expect(residencyEventSchema.parse(structuredClone(stored))).toEqual(stored);
    const { change: _change, ...older } = stored;
    expect(residencyEventSchema.parse(structuredClone(older))).toEqual(older);
  });
});

describe('the next contract of a residency', () => {
  const first = localDateSchema.parse('2027-05-10');

  it.each([
    { id: 'firms', months: 12, extendedBy: 12, mostMonths: 36 },
    { id: 'founders', months: 6, extendedBy: 6, mostMonths: 12 },
    { id: 'uneven', months: 12, extendedBy: 12, mostMonths: 30 },
    { id: 'once', months: 12, mostMonths: 12 },
  ])('is each of all that its terms allow, by $id', (terms) => {
    const all = allContracts(terms, first);
    for (let count = 1; count <= all.length; count += 1) {
      const contracts = all.slice(0, count).map((days, index) => ({ number: index + 1, ...days }));
      const next = nextContractOf({ terms, contracts });
      expect(next.kind === 'contract' ? next.days : undefined).toEqual(all[count]);
    }
  });
});
