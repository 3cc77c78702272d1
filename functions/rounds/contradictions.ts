import { seoulDateOf } from '../shared/time.ts';
import type { EligibilityRule, RoundDraft } from './round.ts';

/** What the forms ask, by the form's id: all fields, and the values of those that are chosen from options. */
export type FormCatalogue = Readonly<
  Record<
    string,
    { readonly fields: readonly string[]; readonly values: Readonly<Record<string, readonly string[] | undefined>> }
  >
>;

export type Path = readonly PropertyKey[];
export interface Finding {
  readonly path: Path;
  readonly reason: string;
}

/** What is wrong in a round though each of its fields is right by itself. */
export function contradictions(round: RoundDraft, forms: FormCatalogue): Finding[] {
  return [
    ...wrongOrder(round),
    ...wrongCode(round),
    ...usedTwice(round.eligibility, 'eligibility'),
    ...usedTwice(round.consents, 'consents'),
    ...wrongIntake(round),
    ...unknownReferences(round, forms),
  ];
}

function wrongOrder({ opensAt, closesAt, resultsOn, firstDay }: RoundDraft): Finding[] {
  const closing = seoulDateOf(closesAt);
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

const usedTwice = (list: readonly { readonly id: string }[], name: string): Finding[] =>
  list.flatMap(({ id }, index) =>
    list.findIndex((other) => other.id === id) < index
      ? [{ path: [name, index, 'id'], reason: `is ${id}, and so is another one` }]
      : [],
  );

function wrongIntake({ intake }: RoundDraft): Finding[] {
  const { officer, deputy, question } = intake;
  const plans = [
    { path: ['intake', 'remindAfter'], days: intake.remindAfter, within: intake.decideWithin },
    { path: ['intake', 'question', 'remindAfter'], days: question.remindAfter, within: question.answerWithin },
  ];
  return [
    ...(officer === deputy ? [{ path: ['intake', 'deputy'], reason: 'is the officer too, who may be away' }] : []),
    ...plans.flatMap(({ path, days, within }) =>
      days.every((day, index) => day > (days[index - 1] ?? 0) && day < within)
        ? []
        : [{ path, reason: `should rise from day to day, and end before day ${within}, when it is due` }],
    ),
  ];
}

function unknownReferences(round: RoundDraft, forms: FormCatalogue): Finding[] {
  const form = Object.hasOwn(forms, round.form) ? forms[round.form] : undefined;
  if (!form) return [{ path: ['form'], reason: `is ${round.form}, and there is no such form` }];
  return round.eligibility.flatMap((rule, index): Finding[] => {
    const path = ['eligibility', index];
    if (!form.fields.includes(rule.field)) {
      return [{ path: [...path, 'field'], reason: `is ${rule.field}, which the form ${round.form} does not ask` }];
    }
    return wrongValues(rule, form.values[rule.field]).map((wrong) => ({ ...wrong, path: [...path, ...wrong.path] }));
  });
}

function wrongValues(rule: EligibilityRule, options: readonly string[] | undefined): Finding[] {
  if (rule.rule === 'minimum-age') {
    return options
      ? [{ path: ['field'], reason: `is ${rule.field}, which is chosen from options and is no date` }]
      : [];
  }
  if (!options) return [{ path: ['field'], reason: `is ${rule.field}, which is not chosen from options` }];
  const named = rule.rule === 'any-of' ? rule.values : [rule.value];
  return named.flatMap((value, index) =>
    options.includes(value)
      ? []
      : [
          {
            path: rule.rule === 'any-of' ? ['values', index] : ['value'],
            reason: `is ${value}, and ${rule.field} has only ${options.join(', ')}`,
          },
        ],
  );
}
