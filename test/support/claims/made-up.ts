import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Basis, calculateClaim } from '../../../functions/claim-rules/calculate-claim.ts';
import { newClaim, type WageClaim } from '../../../functions/claim-rules/claim.ts';
import { type ClaimsFile, checkClaimsFile } from '../../../functions/claim-rules/claims-file.ts';
import type { Lecturer } from '../../../functions/lecturers/lecturer.ts';
import { once } from '../../../functions/shared/once.ts';
import { type Instant, instantSchema, type LocalDate, localDateSchema } from '../../../functions/shared/time.ts';
import type { Lesson } from '../../../functions/timetable/lesson.ts';
import { root } from '../../../local/paths.ts';
import { exampleCard, exampleTax } from '../wages/rules.ts';

export const day = (text: string): LocalDate => localDateSchema.parse(text);
/** A moment in Seoul: `2027-04-01 09:00`. */
export const at = (text: string): Instant => instantSchema.parse(`${text.replace(' ', 'T')}:00+09:00`);

export const cohort = 'academy-2027h1';

export const settingsYaml = (): string => readFileSync(join(root, 'rules/claims/claims.yaml'), 'utf8');

/** The example of the repository. */
export const exampleSettings = (): ClaimsFile => structuredClone(readOnce());

const readOnce = once((): ClaimsFile => {
  const checked = checkClaimsFile(settingsYaml());
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.value;
});

const exampleVersions = { card: 'lecturers-2027, version 1', tax: 'withholding-2027, version 1' };

export const lessonOf = (id: string, change: Partial<Lesson> = {}): Lesson => ({
  id,
  date: day('2027-03-08'),
  start: '19:00',
  end: '22:00',
  course: 'digital-payments',
  titleKo: '결제',
  titleEn: 'Payments',
  lecturer: 'kim-haon',
  lecturerName: 'Haon',
  institution: 'Gaon',
  site: 'R301',
  cancelled: false,
  sequence: 0,
  changedAt: at('2027-02-01 09:00'),
  ...change,
});

const recorded = { by: 'operator:test', at: at('2027-01-04 09:00') };

export const lecturerOf = (id = 'kim-haon', change: Partial<Lecturer> = {}): Lecturer => ({
  id,
  name: 'Haon',
  email: `${id}@gaon.example`,
  lang: 'ko',
  institution: 'Gaon',
  grade: 'grade-1',
  cap: { class: 'none', confirmedBy: recorded.by, confirmedAt: recorded.at },
  payee: { kind: 'resident', taxClass: [{ since: day('2027-01-01'), class: 'business-income', ...recorded }] },
  loadedAt: recorded.at,
  facts: 1,
  accounts: 0,
  revision: 1,
  ...change,
});

/** With the tax class `other-income`. */
export const otherIncome = (id = 'kim-haon', change: Partial<Lecturer> = {}): Lecturer =>
  lecturerOf(id, {
    payee: { kind: 'resident', taxClass: [{ since: day('2027-01-01'), class: 'other-income', ...recorded }] },
    ...change,
  });

export const basisWith = ({
  lecturer = lecturerOf(),
  ...change
}: Partial<Omit<Basis, 'lecturer'>> & { readonly lecturer?: Lecturer } = {}): Basis => ({
  lecturer,
  facts: [lecturer],
  paidOn: day('2027-04-20'),
  timetable: [],
  claims: [],
  corrections: [],
  card: exampleCard(),
  tax: exampleTax(),
  ...change,
});

/** A drafted claim of some lessons, calculated. */
export function claimWith(
  lessons: readonly Lesson[],
  { basis = basisWith({ timetable: lessons }), ...change }: Partial<WageClaim> & { readonly basis?: Basis } = {},
): WageClaim {
  const own = {
    lecturer: basis.lecturer.id,
    cohort: change.cohort ?? cohort,
    month: change.month ?? '2027-03',
    number: change.number ?? 1,
    lessons: lessons.map(({ id, date, start, end, course }) => ({ id, date, start, end, course })),
    said: change.said ?? [],
    extras: change.extras ?? [],
    corrections: change.corrections ?? [],
    promisedPayDate: change.promisedPayDate ?? day('2027-04-20'),
  };
  const outcome = calculateClaim(own, basis);
  if (outcome.kind === 'impossible') throw new Error(JSON.stringify(outcome.missing));
  const claim = newClaim(
    { ...own, calculation: outcome.calculation, versions: exampleVersions },
    at('2027-04-01 09:00'),
  );
  return { ...claim, said: own.said, extras: own.extras, ...change };
}
