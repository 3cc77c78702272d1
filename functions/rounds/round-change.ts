import { formatDate, formatEnd, formatInstant, type Instant } from '../shared/time.ts';
import { harmfulAdmissionChanges } from './admission-change.ts';
import { type HarmfulChange, newConsents } from './harm.ts';
import { harmfulRenewalChanges } from './renews.ts';
import { type EligibilityRule, type RoundDraft, roundPhase } from './round.ts';
import { harmfulDocumentChanges } from './round-documents.ts';

type RoundWith<Form extends string> = Omit<RoundDraft, 'form'> & { readonly form: Form };
type AnyRound = RoundWith<string>;

/**
 * Compares a round that has been announced with what shall take its place. People plan by what was announced, so a
 * change counts whether or not the round is open; only a later opening, and another way of going on after the closing,
 * hurt nobody as long as it has not opened.
 * @param requiredFieldsOf the fields that a form insists on, by the form's id
 */
export function harmfulChanges<Form extends string>(
  current: RoundWith<Form>,
  next: RoundWith<Form>,
  now: Instant,
  requiredFieldsOf: (form: Form) => readonly string[],
): HarmfulChange[] {
  return [
    ...otherIdentity(current, next),
    ...otherTimes(current, next, now),
    ...fewerSeats(current, next),
    ...newFields(requiredFieldsOf(current.form), requiredFieldsOf(next.form)),
    ...harmfulDocumentChanges(current.documents ?? [], next.documents ?? []),
    ...newConsents(current.consents, next.consents, 'consents'),
    ...stricterRules(current, next),
    ...harmfulRenewalChanges(current.renews, next.renews),
    ...(roundPhase(current, now) === 'BEFORE' ? [] : harmfulAdmissionChanges(current.admission, next.admission)),
  ];
}

const otherIdentity = (current: AnyRound, next: AnyRound): HarmfulChange[] =>
  (['id', 'code', 'programme', 'form'] as const)
    .filter((field) => current[field] !== next[field])
    .map((field) => ({ field, reason: `is ${next[field]}, and was announced as ${current[field]}` }));

function otherTimes(current: AnyRound, next: AnyRound, now: Instant): HarmfulChange[] {
  const changes: HarmfulChange[] = [];
  const end = (instant: Instant) => formatEnd(instant, 'en');
  if (roundPhase(current, now) !== 'BEFORE' && next.opensAt > current.opensAt && next.opensAt > now) {
    changes.push({
      field: 'opensAt',
      reason: `opens again only on ${formatInstant(next.opensAt, 'en')}, and is open already`,
    });
  }
  if (next.closesAt < current.closesAt) {
    changes.push({
      field: 'closesAt',
      reason: `closes on ${end(next.closesAt)}, earlier than announced (${end(current.closesAt)})`,
    });
  }
  if (next.firstDay < current.firstDay && next.eligibility.some(({ rule }) => rule === 'minimum-age')) {
    changes.push({
      field: 'firstDay',
      reason: `begins on ${formatDate(next.firstDay, 'en')}, when some are too young who are old enough on ${formatDate(current.firstDay, 'en')}`,
    });
  }
  return changes;
}

const fewerSeats = (current: AnyRound, next: AnyRound): HarmfulChange[] =>
  next.capacity < current.capacity
    ? [{ field: 'capacity', reason: `has ${next.capacity} seats, fewer than the ${current.capacity} announced` }]
    : [];

const newFields = (before: readonly string[], after: readonly string[]): HarmfulChange[] =>
  after
    .filter((field) => !before.includes(field))
    .map((field) => ({ field: 'form', reason: `asks for ${field}, which nobody had to answer before` }));

const stricterRules = (current: AnyRound, next: AnyRound): HarmfulChange[] =>
  next.eligibility.flatMap((rule, index) => {
    if (current.eligibility.some((before) => implies(before, rule))) return [];
    const known = current.eligibility.some(({ id }) => id === rule.id);
    return [
      { field: `eligibility[${index}]`, reason: `the rule ${rule.id} is ${known ? 'stricter than it was' : 'new'}` },
    ];
  });

/** Whether everybody who meets the one rule meets the other too. */
function implies(before: EligibilityRule, after: EligibilityRule): boolean {
  if (before.field !== after.field) return false;
  if (before.rule === 'minimum-age' || after.rule === 'minimum-age') {
    return before.rule === 'minimum-age' && after.rule === 'minimum-age' && after.years <= before.years;
  }
  if (before.rule === 'at-most-years') return after.rule === 'at-most-years' && after.years >= before.years;
  if (after.rule === 'at-most-years') return false;
  if (after.rule === 'equals') return before.rule === 'equals' && before.value === after.value;
  const accepted = before.rule === 'any-of' ? before.values : [before.value];
  return accepted.every((value) => after.values.includes(value));
}
