import type { LocalDate } from '../shared/time.ts';
import { minutesBetween } from '../shared/time-of-day.ts';
import { type Lesson, overlap, spanOf } from '../timetable/lesson.ts';
import { type ExtraChange, isLive, type WageClaim } from './claim.ts';
import { taughtLessons } from './claim-sums.ts';
import type { ClaimsFile } from './claims-file.ts';
import { isClosed } from './pay-day.ts';
import type { Claimed } from './taught-lessons.ts';

/** What whoever decides should look at. None of it stops a claim. */
export type ClaimFinding =
  /** Two lessons at once, of whatever cohorts. */
  | { readonly kind: 'overlap'; readonly lesson: string; readonly other: string; readonly claim: string }
  /** Another claim has the lesson, or one that is the same by day, time and course. */
  | { readonly kind: 'claimed-before'; readonly lesson: string; readonly claim: string }
  /** The timetable does not say any more what the claim was drafted from. */
  | { readonly kind: 'timetable-differs'; readonly lesson: string }
  | { readonly kind: 'said'; readonly lesson: string; readonly how: 'hours' | 'not-taught'; readonly reason: string }
  | { readonly kind: 'earlier-month'; readonly lesson: string; readonly date: LocalDate }
  | { readonly kind: 'closed-year'; readonly lesson: string; readonly date: LocalDate }
  | { readonly kind: 'long-day'; readonly date: LocalDate; readonly minutes: number }
  | { readonly kind: 'cap'; readonly date: LocalDate; readonly course: string; readonly amount: number }
  | { readonly kind: 'extras'; readonly amount: number }
  | ({ readonly kind: 'extra-changed'; readonly what: ExtraChange['kind'] } & Omit<ExtraChange, 'kind'>)
  | { readonly kind: 'much-more'; readonly before: number; readonly now: number }
  | { readonly kind: 'account-missing' | 'no-lessons' | 'rules-changed' | 'unanswered' | 'example' };

/** What a claim is looked at with. */
export interface Look {
  readonly timetable: readonly Lesson[];
  readonly claimed: Claimed;
  /** All claims of the lecturer. */
  readonly claims: readonly WageClaim[];
  /** That of the month before, in the same cohort. */
  readonly last: WageClaim | undefined;
  readonly hasAccount: boolean;
  readonly versions: WageClaim['versions'];
  readonly settings: Pick<ClaimsFile, 'closings' | 'muchMorePercent' | 'longDayMinutes'>;
  readonly today: LocalDate;
}

/** What is unusual about a claim, in the order in which it is shown. */
export function findingsOf(claim: WageClaim, look: Look): ClaimFinding[] {
  const { calculation } = claim;
  const taught = taughtLessons(claim);
  const extras = calculation.extras.reduce((sum, { amount }) => sum + amount, 0);
  return [
    ...(taught.length === 0 ? [{ kind: 'no-lessons' } as const] : []),
    ...(claim.unanswered === undefined ? [] : [{ kind: 'unanswered' } as const]),
    ...claimedBefore(claim, look),
    ...overlaps(claim, look),
    ...claim.lessons.flatMap((lesson) => differs(claim, lesson, look)),
    ...claim.said.map(({ lesson, said, reason }) => ({ kind: 'said', lesson, how: said.kind, reason }) as const),
    ...taught.flatMap(({ id, date }) => {
      const isEarlier = date.slice(0, 7) < claim.month;
      return isEarlier ? [{ kind: 'earlier-month', lesson: id, date } as const] : [];
    }),
    ...taught.flatMap(({ id, date }) =>
      isClosed(look.settings, Number(date.slice(0, 4)), look.today)
        ? [{ kind: 'closed-year', lesson: id, date } as const]
        : [],
    ),
    ...longDays(taught, look.settings.longDayMinutes),
    ...calculation.lowered.map(({ date, course, amount }) => ({ kind: 'cap', date, course, amount }) as const),
    ...(extras > 0 ? [{ kind: 'extras', amount: extras } as const] : []),
    ...(claim.extraChanges ?? []).map(
      ({ kind, ...change }) => ({ kind: 'extra-changed', what: kind, ...change }) as const,
    ),
    ...muchMore(claim, look),
    ...(look.hasAccount ? [] : [{ kind: 'account-missing' } as const]),
    ...(isOther(look.last, claim.versions) ||
    claim.versions.card !== look.versions.card ||
    claim.versions.tax !== look.versions.tax
      ? [{ kind: 'rules-changed' } as const]
      : []),
    ...(calculation.example ? [{ kind: 'example' } as const] : []),
  ];
}

const isOther = (last: WageClaim | undefined, { card, tax }: WageClaim['versions']): boolean =>
  last !== undefined && (last.versions.card !== card || last.versions.tax !== tax);

function claimedBefore(claim: WageClaim, { claimed, claims }: Look): ClaimFinding[] {
  const others = claims.filter((one) => one.id !== claim.id && one.cohort === claim.cohort && isLive(one));
  return claim.lessons.flatMap(({ id, date, start, course }): ClaimFinding[] => {
    const holder = claimed[id];
    if (holder !== undefined && holder !== claim.id) return [{ kind: 'claimed-before', lesson: id, claim: holder }];
    const same = others.find(({ lessons }) =>
      lessons.some((one) => one.id !== id && one.date === date && one.start === start && one.course === course),
    );
    return same ? [{ kind: 'claimed-before', lesson: id, claim: same.id }] : [];
  });
}

function overlaps(claim: WageClaim, { claims }: Look): ClaimFinding[] {
  const placed = [claim, ...claims.filter((one) => one.id !== claim.id && isLive(one))].flatMap((one) =>
    taughtLessons(one).map((lesson) => ({ claim: one.id, lesson: lesson.id, ...spanOf(lesson) })),
  );
  const own = placed.filter((one) => one.claim === claim.id);
  return own.flatMap((one, index) =>
    placed
      .filter((other, at) => (other.claim === claim.id ? at > index : true) && other !== one && overlap(one, other))
      .map((other) => ({ kind: 'overlap', lesson: one.lesson, other: other.lesson, claim: other.claim }) as const),
  );
}

function differs(claim: WageClaim, lesson: WageClaim['lessons'][number], { timetable }: Look): ClaimFinding[] {
  const now = timetable.find(({ id }) => id === lesson.id);
  const isSame =
    now !== undefined &&
    !now.cancelled &&
    now.lecturer === claim.lecturer &&
    now.date === lesson.date &&
    now.start === lesson.start &&
    now.end === lesson.end &&
    now.course === lesson.course;
  return isSame ? [] : [{ kind: 'timetable-differs', lesson: lesson.id }];
}

function longDays(taught: readonly WageClaim['lessons'][number][], most: number): ClaimFinding[] {
  return [...Map.groupBy(taught, ({ date }) => date)].flatMap(([date, lessons]) => {
    const minutes = lessons.reduce((sum, { start, end }) => sum + minutesBetween(start, end), 0);
    return minutes > most ? [{ kind: 'long-day', date, minutes } as const] : [];
  });
}

function muchMore({ calculation }: WageClaim, { last, settings }: Look): ClaimFinding[] {
  const before = last?.calculation.gross ?? 0;
  return before > 0 && calculation.gross * 100 > before * settings.muchMorePercent
    ? [{ kind: 'much-more', before, now: calculation.gross }]
    : [];
}
