import * as z from 'zod';
import type { ClaimedLesson, WageClaim } from '../../claim-rules/claim.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import {
  check,
  errorsOfWanted,
  type FieldError,
  type FieldMap,
  type FormPage,
  type Typed,
} from '../../shared/pages/form.ts';
import { wholeWon } from '../../shared/pages/schemas.ts';
import type { Choice } from '../../shared/pages/two-acts.tsx';
import { longText } from '../../shared/text/normalise.ts';
import { plainDigits } from '../../shared/text/text.ts';
import { endTimeSchema, minutesBetween, startTimeSchema } from '../../shared/time-of-day.ts';
import type { Answer } from '../answer-claim.ts';
import { claimsKinds } from '../request-kinds.ts';
import { claimRequests } from '../requests.ts';
import { lessonText } from './case-texts.ts';
import { answerWords as words } from './claim-texts.ts';

const taughtField = (id: string): string => `taught-${id}`;
const hoursField = (id: string): string => `hours-${id}`;

export const mostExtra = 5_000_000;

/** `19:00-21:30`, with whatever dash. */
const hoursSchema = z.string().transform((typed, context) => {
  const [, start, end] = /^\s*(\d{1,2}:\d{2})\s*[-–—~〜]\s*(\d{1,2}:\d{2})\s*$/u.exec(plainDigits(typed)) ?? [];
  const times = z
    .object({ start: startTimeSchema, end: endTimeSchema })
    .safeParse({ start: start?.padStart(5, '0'), end: end?.padStart(5, '0') });
  if (times.success && minutesBetween(times.data.start, times.data.end) > 0) return times.data;
  context.addIssue({ code: 'custom', params: { text: words.hoursWrong }, input: typed });
  return z.NEVER;
});

const extraAmount = (label: Text) =>
  ({
    widget: 'number',
    label,
    hint: words.extraHint,
    optional: true,
    schema: wholeWon({ max: mostExtra }),
  }) as const;

function lessonFields(lesson: ClaimedLesson): FieldMap {
  const name = lessonText(lesson);
  const inBoth = (write: (lesson: string) => Text): Text => ({ ko: write(name.ko).ko, en: write(name.en).en });
  return {
    [taughtField(lesson.id)]: {
      widget: 'radios',
      label: inBoth(words.howTaught),
      missing: inBoth(words.chooseOne),
      options: [
        { value: 'TAUGHT', label: words.taught },
        { value: 'OTHER', label: words.other },
        { value: 'NOT', label: words.not },
      ],
      schema: z.enum(['TAUGHT', 'OTHER', 'NOT']),
    },
    [hoursField(lesson.id)]: {
      widget: 'text',
      label: inBoth(words.hours),
      hint: words.hoursHint,
      missing: inBoth(words.hoursMissing),
      optional: true,
      unmarked: true,
      maxLength: 20,
      schema: hoursSchema,
    },
  };
}

/**
 * The lecturer's form: of each lesson whether and when it was taught, what is paid beside, and the answer to a question.
 */
export function answerForm({ lessons, question }: Pick<WageClaim, 'lessons' | 'question'>): FormPage {
  const fields = lessons.reduce<FieldMap>((all, lesson) => ({ ...all, ...lessonFields(lesson) }), {});
  return {
    id: 'answer',
    title: claimsKinds[claimRequests.lecturer].title,
    fields: {
      ...(question?.of === 'lecturer' && {
        reply: {
          widget: 'textarea',
          label: words.reply,
          missing: words.replyMissing,
          maxLength: 500,
          schema: longText({ max: 500 }),
        },
      }),
      ...fields,
      reason: {
        widget: 'textarea',
        label: words.reason,
        hint: words.reasonHint,
        missing: words.reasonMissing,
        optional: true,
        unmarked: true,
        maxLength: 500,
        schema: longText({ max: 500 }),
      },
      manuscript: extraAmount(words.manuscript),
      travel: extraAmount(words.travel),
      extraLesson: {
        widget: 'select',
        label: words.extraLesson,
        missing: words.extraLessonMissing,
        optional: true,
        unmarked: true,
        options: lessons.map((lesson) => ({ value: lesson.id, label: lessonText(lesson) })),
        schema: z.string(),
      },
    },
  };
}

const timesSchema = z.object({ start: startTimeSchema, end: endTimeSchema });
const amountSchema = z.int().min(0);

/** What the lecturer has said, or what is missing for it. */
export function readAnswer(
  form: FormPage,
  lessons: readonly ClaimedLesson[],
  typed: Typed,
  lang: Lang,
): Choice<Answer> {
  const checked = check(form, typed, lang);
  if (!checked.ok) return { errors: checked.errors };
  const values: Readonly<Record<string, unknown>> = checked.values;
  const reason = typeof values.reason === 'string' ? values.reason : '';
  const errors: FieldError[] = [];
  const said = lessons.flatMap(({ id }): Answer['said'][number][] => {
    const taught = values[taughtField(id)];
    if (taught === 'NOT' && values[hoursField(id)] === undefined) {
      return [{ lesson: id, said: { kind: 'not-taught' }, reason }];
    }
    if (taught !== 'OTHER') {
      if (values[hoursField(id)] !== undefined) {
        errors.push({ field: taughtField(id), message: words.hoursBeside[lang] });
      }
      return [];
    }
    const times = timesSchema.safeParse(values[hoursField(id)]);
    if (times.success) return [{ lesson: id, said: { kind: 'hours', ...times.data }, reason }];
    errors.push(...errorsOfWanted(form, hoursField(id), typed, lang));
    return [];
  });
  const isOther = lessons.some(({ id }) => values[taughtField(id)] !== 'TAUGHT');
  if (isOther && reason === '') errors.push(...errorsOfWanted(form, 'reason', typed, lang));
  const amounts = (['manuscript', 'travel'] as const).flatMap((kind) => {
    const amount = amountSchema.safeParse(values[kind]).data ?? 0;
    return amount > 0 ? [{ kind, amount }] : [];
  });
  const lesson =
    typeof values.extraLesson === 'string' ? values.extraLesson : lessons.length === 1 ? lessons[0]?.id : undefined;
  if (amounts.length > 0 && lesson === undefined) errors.push(...errorsOfWanted(form, 'extraLesson', typed, lang));
  if (amounts.some(({ kind }) => kind === 'travel') && lesson !== undefined && values[taughtField(lesson)] === 'NOT') {
    errors.push({ field: 'extraLesson', message: words.travelUntaught[lang] });
  }
  if (errors.length > 0) return { errors };
  const extras = lesson === undefined ? [] : amounts.map((one) => ({ ...one, lesson }));
  return { answer: { said, extras, ...(typeof values.reply === 'string' && { reply: values.reply }) } };
}

/**
 * What was said before, as the form shows it: once a lecturer has answered, what they said nothing else of was taught as
 * the timetable has it.
 */
export const typedOf = ({
  lessons,
  said,
  extras,
  question,
  unanswered,
}: Pick<WageClaim, 'lessons' | 'said' | 'extras' | 'question' | 'unanswered'>): Typed =>
  Object.fromEntries([
    ...lessons.flatMap(({ id }): [string, string[]][] => {
      const told = said.findLast(({ lesson }) => lesson === id)?.said;
      if (told === undefined) return question?.of === 'lecturer' && !unanswered ? [[taughtField(id), ['TAUGHT']]] : [];
      return told.kind === 'hours'
        ? [
            [taughtField(id), ['OTHER']],
            [hoursField(id), [`${told.start}-${told.end}`]],
          ]
        : [[taughtField(id), ['NOT']]];
    }),
    ...(said[0] ? [['reason', [said[0].reason]] as [string, string[]]] : []),
    ...extras.flatMap(({ kind, amount, lesson }): [string, string[]][] => [
      [kind, [String(amount)]],
      ['extraLesson', [lesson]],
    ]),
  ]);
