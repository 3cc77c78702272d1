import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EligibilityRule, RoundDraft } from '../../../functions/rounds/round.ts';
import { harmfulChanges } from '../../../functions/rounds/round-change.ts';
import { addMinutes, type Instant, instantSchema, localDateSchema } from '../../../functions/shared/time.ts';
import { academyRound } from './academy.ts';

const current = academyRound();
const running = instantSchema.parse('2026-12-01T09:00+09:00');
const before = addMinutes(current.opensAt, -60);
const closed = addMinutes(current.closesAt, 60);
const requiredFieldsOf = () => ['name'];

const harm = (next: Partial<RoundDraft>, now: Instant = running) =>
  harmfulChanges(current, { ...current, ...next }, now, requiredFieldsOf);
const fields = (next: Partial<RoundDraft>, now: Instant = running) => harm(next, now).map(({ field }) => field);

const changeRule = (id: string, change: (rule: EligibilityRule) => EligibilityRule) => ({
  eligibility: current.eligibility.map((rule) => (rule.id === id ? change(rule) : rule)),
});
const years = (count: number) =>
  changeRule('adult-on-first-day', (rule) => (rule.rule === 'minimum-age' ? { ...rule, years: count } : rule));
const ties = (values: string[]) =>
  changeRule('seoul-ties', (rule) => (rule.rule === 'any-of' ? { ...rule, values } : rule));

describe('a change to a round that has been announced', () => {
  it('hurts when it closes earlier, and says from when to when', () => {
    expect(harm({ closesAt: addMinutes(current.closesAt, -1) })).toEqual([
      {
        field: 'closesAt',
        reason:
          'closes on Friday, 29 January 2027, 17:59 KST, earlier than announced (Friday, 29 January 2027, 18:00 KST)',
      },
    ]);
    expect(fields({ closesAt: addMinutes(current.closesAt, -1) }, before)).toEqual(['closesAt']);
  });

  it('hurts when it opens again later although it is open, and not before it has opened', () => {
    const later = { opensAt: addMinutes(running, 60) };
    expect(fields(later)).toEqual(['opensAt']);
    expect(fields(later, before)).toEqual([]);
    expect(fields({ opensAt: addMinutes(current.opensAt, 60) }), 'still in the past').toEqual([]);
    expect(fields({ opensAt: addMinutes(current.opensAt, -60) })).toEqual([]);
  });

  it('hurts when there are fewer seats, and not when there are more', () => {
    expect(fields({ capacity: 29 })).toEqual(['capacity']);
    expect(fields({ capacity: 31 })).toEqual([]);
  });

  it.each([{ id: 'other' }, { code: 'A-27H2' }, { programme: 'lab' as const }])('hurts when it becomes %j', (next) => {
    expect(fields(next)).toEqual(Object.keys(next));
  });

  it('hurts by every field that another form insists on and the present one does not', () => {
    const required = { 'academy-v1': ['name', 'phone'], 'academy-v2': ['name', 'email'] };
    const v1 = { ...current, form: 'academy-v1' as const };
    const v2 = { ...current, form: 'academy-v2' as const };
    expect(harmfulChanges<keyof typeof required>(v1, v2, running, (form) => required[form])).toEqual([
      { field: 'form', reason: 'is academy-v2, and was announced as academy-v1' },
      { field: 'form', reason: 'asks for email, which nobody had to answer before' },
    ]);
  });

  it('hurts when a consent becomes required, is new and required, and not when it becomes optional or goes', () => {
    const [first, ...others] = current.consents;
    if (!first) throw new Error('the round has consents');
    const required = others.map((consent) => ({ ...consent, required: true }));
    expect(fields({ consents: [first, ...required] })).toEqual(['consents[1].required', 'consents[2].required']);
    expect(fields({ consents: [...current.consents, { ...first, id: 'photos' }] })).toEqual(['consents[3]']);
    expect(fields({ consents: [...current.consents, { ...first, id: 'photos', required: false }] })).toEqual([]);
    expect(fields({ consents: [{ ...first, required: false }] })).toEqual([]);
  });

  it('hurts when a rule is new, and not when it goes, moves or only has another id', () => {
    const [first, ...others] = current.eligibility;
    if (!first) throw new Error('the round has rules');
    const employed: EligibilityRule = {
      ...first,
      id: 'employed',
      rule: 'equals',
      field: 'employment',
      value: 'employed',
    };
    expect(harm({ eligibility: [employed, first, ...others] })).toEqual([
      { field: 'eligibility[0]', reason: 'the rule employed is new' },
    ]);
    expect(fields({ eligibility: others })).toEqual([]);
    expect(fields({ eligibility: [...others, { ...first, id: 'adult' }] })).toEqual([]);
  });

  it('hurts when a rule lets fewer through, and not when it lets more through', () => {
    expect(fields(years(20))).toEqual(['eligibility[0]']);
    expect(fields(years(18))).toEqual([]);
    expect(harm(ties(['lives', 'works']))).toEqual([
      { field: 'eligibility[1]', reason: 'the rule seoul-ties is stricter than it was' },
    ]);
    expect(fields(ties(['studies', 'works', 'lives', 'none']))).toEqual([]);
    const first = (rule: EligibilityRule): EligibilityRule => {
      const { id, field, title, unmet, remedy } = rule;
      return { id, field, title, unmet, remedy, rule: 'any-of', values: ['no', 'yes'] };
    };
    expect(fields(changeRule('first-time', first))).toEqual([]);
    expect(fields(changeRule('first-time', (rule) => ({ ...first(rule), rule: 'equals', value: 'yes' })))).toEqual([
      'eligibility[3]',
    ]);
    expect(fields(changeRule('first-time', (rule) => ({ ...rule, field: 'canAttend' })))).toEqual(['eligibility[3]']);
  });

  it('hurts when classes begin earlier and some become too young by it', () => {
    expect(fields({ firstDay: localDateSchema.parse('2027-03-02') })).toEqual(['firstDay']);
    expect(fields({ firstDay: localDateSchema.parse('2027-03-15') })).toEqual([]);
    const ageless = current.eligibility.filter(({ rule }) => rule !== 'minimum-age');
    expect(fields({ firstDay: localDateSchema.parse('2027-03-02'), eligibility: ageless })).toEqual([]);
  });

  it('never hurts when it only extends the closing and edits texts', () => {
    const words = fc.record({ ko: fc.string(), en: fc.string() });
    const change = fc.record({
      minutes: fc.integer({ min: 0, max: 100_000 }),
      now: fc.constantFrom(before, running, closed),
      words,
    });
    fc.assert(
      fc.property(change, ({ minutes, now, words: other }) => {
        const next: RoundDraft = {
          ...current,
          closesAt: addMinutes(current.closesAt, minutes),
          title: other,
          summary: other,
          whoCanApply: [other],
          whatHappens: [{ text: other }],
          whatIsNeeded: [other],
          sites: other,
          contact: { ...current.contact, hours: other },
          eligibility: current.eligibility.map((rule) => ({ ...rule, title: other, unmet: other, remedy: other })),
          consents: current.consents.map((consent) => ({ ...consent, purpose: other, items: other, retention: other })),
        };
        expect(harmfulChanges(current, next, now, requiredFieldsOf)).toEqual([]);
      }),
    );
  });
});
