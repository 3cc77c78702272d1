import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AuditEvent, chainEvent, verifyChain } from '../../../../functions/shared/database/audit.ts';
import { toInstant } from '../../../../functions/shared/time.ts';

const drafts = fc.array(
  fc.record({
    type: fc.constantFrom('ApplicationSubmitted', 'RequestOpened', 'ReminderSent'),
    by: fc.constantFrom('applicant', 'person:minji', 'system:clock'),
    at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2099-01-01') }).map(toInstant),
    data: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string()))),
  }),
  { minLength: 1, maxLength: 8 },
);

const chains = drafts.map((list) =>
  list.reduce<AuditEvent[]>(
    (chain, draft) => [...chain, chainEvent({ subject: 'A-27H1-7K3Q-9MX4', ...draft }, chain.at(-1))],
    [],
  ),
);

describe('the audit of a subject', () => {
  it('verifies as it was written, also after a way through JSON with its fields in another order', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const reversed = ({ data, ...rest }: AuditEvent): unknown =>
          Object.fromEntries(
            [...Object.entries(rest), ['data', Object.fromEntries(Object.entries(data).reverse())]].reverse(),
          );
        const stored: AuditEvent[] = JSON.parse(JSON.stringify(chain.map(reversed)));
        expect(verifyChain(stored)).toEqual([]);
      }),
    );
  });

  it('shows the alteration of any field of any event', () => {
    const alterations: readonly ((event: AuditEvent) => Partial<AuditEvent>)[] = [
      ({ type }) => ({ type: `${type}x` }),
      ({ by }) => ({ by: `${by}x` }),
      ({ at }) => ({ at: toInstant(new Date(Date.parse(at) + 1)) }),
      ({ data }) => ({ data: { ...data, added: true } }),
      ({ subject }) => ({ subject: `${subject}x` }),
      ({ number }) => ({ number: number + 1 }),
      ({ hash }) => ({ hash: hash.replace(/^./u, (first) => (first === '0' ? '1' : '0')) }),
      ({ previous }) => ({ previous: previous.replace(/^./u, (first) => (first === '0' ? '1' : '0')) }),
    ];
    fc.assert(
      fc.property(chains, fc.nat(), fc.constantFrom(...alterations), (chain, place, alter) => {
        const index = place % chain.length;
        const altered = chain.map((event, at) => (at === index ? { ...event, ...alter(event) } : event));
        expect(verifyChain(altered)).not.toEqual([]);
      }),
    );
  });

  it('shows an event that was written anew with a hash that fits it, by the next one', () => {
    fc.assert(
      fc.property(
        chains.filter((chain) => chain.length > 1),
        fc.nat(),
        (chain, place) => {
          const index = place % (chain.length - 1);
          const forged = chain.map((event, at) =>
            at === index
              ? chainEvent({ ...event, type: 'ThingNoted', by: 'operator:somebody' }, chain[index - 1])
              : event,
          );
          expect(verifyChain(forged).map(({ fault }) => fault)).toContain('broken link');
        },
      ),
    );
  });

  it('shows a removed event, wherever another follows it', () => {
    fc.assert(
      fc.property(
        chains.filter((chain) => chain.length > 1),
        fc.nat(),
        (chain, place) => {
          const index = place % (chain.length - 1);
          expect(verifyChain(chain.filter((_, at) => at !== index))).not.toEqual([]);
        },
      ),
    );
  });

  it('shows two events that changed places', () => {
    fc.assert(
      fc.property(
        chains.filter((chain) => chain.length > 1),
        fc.nat(),
        (chain, place) => {
          const index = place % (chain.length - 1);
          const [one, other] = [chain[index], chain[index + 1]];
          if (!one || !other) return;
          expect(verifyChain(chain.with(index, other).with(index + 1, one))).not.toEqual([]);
        },
      ),
    );
  });
});
