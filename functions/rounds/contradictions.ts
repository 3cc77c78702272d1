import { lastDayOf } from '../shared/time.ts';
import { admissionContradictions } from './admission-contradictions.ts';
import {
  type AskedFields,
  type Finding,
  type FormCatalogue,
  inside,
  notAsked,
  sameDeputy,
  usedTwice,
  wrongOptions,
  wrongReminders,
} from './findings.ts';
import { renewalContradictions } from './renews.ts';
import { residencyContradictions } from './residency-contradictions.ts';

import type { EligibilityRule, RoundDraft } from './round.ts';
import { documentContradictions } from './round-documents.ts';
import { writtenTwice } from './written-once.ts';

/** What is wrong in a round though each of its fields is right by itself. */
export function contradictions(round: RoundDraft, forms: FormCatalogue): Finding[] {
  const form = Object.hasOwn(forms, round.form) ? forms[round.form] : undefined;
  return [
    ...wrongOrder(round),
    ...writtenTwice(round),
    ...wrongCode(round),
    ...usedTwice(round.eligibility, ['eligibility']),
    ...usedTwice(round.consents, ['consents']),
    ...wrongIntake(round),
    ...(form
      ? unknownReferences(round, form)
      : [{ path: ['form'], reason: `is ${round.form}, and there is no such form` }]),
    ...documentContradictions(round.documents ?? [], form, round.form),
    ...residencyContradictions(round, form),
    ...renewalContradictions(round),
    ...admissionContradictions(round, form),
  ];
}

function wrongOrder({ opensAt, closesAt, resultsOn, firstDay }: RoundDraft): Finding[] {
  const closing = lastDayOf(closesAt);
  const findings: Finding[] = [];
  if (closesAt <= opensAt) findings.push({ path: ['closesAt'], reason: 'closes before it opens' });
  if (resultsOn < closing) findings.push({ path: ['resultsOn'], reason: `comes before the round closes (${closing})` });
  if (firstDay <= closing) {
    findings.push({ path: ['firstDay'], reason: `comes before the round has closed (${closing})` });
  } else if (firstDay <= resultsOn) {
    findings.push({ path: ['firstDay'], reason: `comes before the results are out (${resultsOn})` });
  }
  return findings;
}

const letters = { academy: 'A', lab: 'S', pilot: 'P' } as const;

const wrongCode = ({ code, programme }: RoundDraft): Finding[] =>
  code.startsWith(letters[programme])
    ? []
    : [
        {
          path: ['code'],
          reason: `is ${code}, and those of the programme ${programme} begin with ${letters[programme]}`,
        },
      ];

function wrongIntake({ intake }: RoundDraft): Finding[] {
  const { question } = intake;
  return inside(
    ['intake'],
    [
      ...sameDeputy(intake, []),
      ...wrongReminders(intake.remindAfter, intake.decideWithin, ['remindAfter']),
      ...wrongReminders(question.remindAfter, question.answerWithin, ['question', 'remindAfter']),
    ],
  );
}

const unknownReferences = (round: RoundDraft, form: AskedFields): Finding[] =>
  round.eligibility.flatMap((rule, index) =>
    inside(
      ['eligibility', index],
      form.fields.includes(rule.field)
        ? wrongValues(rule, form.values[rule.field])
        : [notAsked(rule.field, round.form, ['field'])],
    ),
  );

function wrongValues(rule: EligibilityRule, options: readonly string[] | undefined): Finding[] {
  switch (rule.rule) {
    case 'minimum-age':
    case 'at-most-years':
      return options
        ? [{ path: ['field'], reason: `is ${rule.field}, which is chosen from options and is no date` }]
        : [];
    case 'any-of':
      return wrongOptions(
        rule.field,
        options,
        rule.values.map((value, index) => ({ path: ['values', index], value })),
      );
    case 'equals':
      return wrongOptions(rule.field, options, [{ path: ['value'], value: rule.value }]);
  }
}
