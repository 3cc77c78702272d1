import { changedClaim, type WageClaim } from '../claim-rules/claim.ts';
import { openCorrectionSchema } from '../claim-rules/correction.ts';
import type { Dependencies } from '../claims/dependencies.ts';
import { accountSchema } from '../lecturers/account.ts';
import { factsSchema, type Lecturer, lecturerSchema, lecturerSubject } from '../lecturers/lecturer.ts';
import { onlyKnown } from '../shared/database/stored.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import { type Instant, seoulDateOf } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Timetable } from '../timetable/timetables-table.ts';
import { wordsOfRequests } from './erase-application.ts';
import { type Reading, recordsOf, timetablesOf } from './lecturer-records.ts';
import { recordsErasableFrom } from './wage-records.ts';

export type EraseReach = Reading & Pick<Dependencies, 'commit' | 'requests'>;

/** What was erased. */
export interface ErasedRecords {
  readonly claims: number;
  readonly accounts: number;
  readonly cohorts: readonly string[];
}

/** Claims of one transaction: each has its requests, and everything that changes an event, of the 100 items. */
const claimsAtOnce = 5;

/** Shown where a lesson had a name, which is never empty. */
const noName = '—';

/**
 * Overwrites the wage records of a lecturer whose years have passed: name, institution, papers, accounts, and all words of
 * theirs and about them. Ids, hours and sums stay, by which the budget and the tax months add up. Cut off, it goes on
 * where it was; the lecturer's own item is the last.
 * @returns nothing if they are kept still
 */
export async function eraseWageRecords(
  deps: EraseReach,
  given: { readonly lecturer: string; readonly by: string; readonly reason: string },
  now: Instant,
): Promise<ErasedRecords | undefined> {
  const { lecturer: id, by } = given;
  const all = await timetablesOf(deps);
  const records = await recordsOf(deps, id, all);
  const day = records && recordsErasableFrom(records);
  if (!records || !day || day > seoulDateOf(now)) return undefined;
  for (let from = 0; from < records.claims.length; from += claimsAtOnce) {
    await eraseWords(
      deps,
      records.claims.slice(from, from + claimsAtOnce).map((claim) => claim.id),
      by,
      now,
    );
  }
  for (const cohort of records.cohorts) await eraseNames(deps, { cohort, lecturer: id, by }, now);
  return decideAgainOnConflict(async () => {
    const was = await deps.lecturers.get(id);
    const again = await recordsOf(deps, id, all);
    if (!was || !again) return undefined;
    const { facts, accounts, corrections, claims } = again;
    const asked = await wordsOfRequests(deps, lecturerSubject(id));
    await deps.commit({
      changes: [
        ...deps.lecturers.save(
          {
            ...onlyKnown(lecturerSchema, was),
            name: '',
            email: '',
            institution: '',
            payee: withoutPapers(was.payee),
            accountRequest: undefined,
            erasedAt: was.erasedAt ?? now,
            recordsErasedAt: now,
            revision: was.revision + 1,
          },
          was,
        ),
        ...facts.map((one) =>
          deps.lecturers.overwriteFacts(id, {
            ...onlyKnown(factsSchema, one),
            institution: '',
            payee: withoutPapers(one.payee),
          }),
        ),
        ...accounts.map((one) =>
          deps.lecturers.saveAccount(
            {
              ...onlyKnown(accountSchema, one),
              bank: '',
              account: '',
              holder: '',
              email: '',
              reason: undefined,
              revision: one.revision + 1,
            },
            one,
          ),
        ),
        ...corrections.map((one) =>
          deps.claims.saveCorrection(
            { ...onlyKnown(openCorrectionSchema, one), reason: '', count: one.count + 1 },
            one,
          ),
        ),
        ...asked,
      ],
      events: [
        {
          subject: lecturerSubject(id),
          type: 'WageRecordsErased',
          by,
          at: now,
          data: { reason: given.reason, keptUntil: day, accounts: accounts.map(({ number }) => number) },
        },
      ],
    });
    return { claims: claims.length, accounts: accounts.length, cohorts: records.cohorts };
  }, tries.contested);
}

const withoutPapers = (payee: Lecturer['payee']): Lecturer['payee'] => {
  switch (payee.kind) {
    case 'resident':
      return payee;
    case 'non-resident':
      return { ...payee, ...(payee.treatyPaper !== undefined && { treatyPaper: '' }) };
    default:
      return { ...payee, ...(payee.document !== undefined && { document: '' }) };
  }
};

/** What people wrote in claims: sums and hours stay. */
async function eraseWords(
  { claims, commit, requests }: Pick<EraseReach, 'claims' | 'commit' | 'requests'>,
  ids: readonly string[],
  by: string,
  now: Instant,
): Promise<void> {
  await decideAgainOnConflict(async () => {
    const found = await claims.many([...ids]);
    const asked = await Promise.all(found.map(({ id }) => wordsOfRequests({ requests }, id)));
    const changes = [
      ...found.map((was) => claims.save(changedClaim(was, now, withoutWords(was)), was)),
      ...asked.flat(),
    ];
    const [first] = found;
    if (!first) return;
    await commit({
      changes,
      events: [
        { subject: first.id, type: 'WageRecordsErased', by, at: now, data: { claims: found.map(({ id }) => id) } },
      ],
    });
  }, tries.contested);
}

const withoutWords = ({
  said,
  extraChanges,
  corrections,
  question,
  held,
  refusal,
  spotCheck,
  calculation,
}: WageClaim): Partial<WageClaim> => ({
  said: said.map((one) => ({ ...one, reason: '' })),
  corrections: corrections.map((one) => ({ ...one, reason: '' })),
  calculation: {
    ...calculation,
    taxes: calculation.taxes.map((line) => (line.kind === 'nothing-withheld' ? { ...line, document: '' } : line)),
  },
  ...(extraChanges && { extraChanges: extraChanges.map((one) => ({ ...one, reason: '' })) }),
  ...(question && { question: { ...question, text: '' } }),
  ...(held && { held: { ...held, reason: '' } }),
  ...(refusal !== undefined && { refusal: '' }),
  ...(spotCheck?.finding && { spotCheck: { ...spotCheck, finding: { ...spotCheck.finding, reason: undefined } } }),
});

/** The name and institution of a lecturer in a timetable and its versions. */
async function eraseNames(
  { commit, timetables }: Pick<EraseReach, 'commit' | 'timetables'>,
  { cohort, lecturer, by }: { readonly cohort: string; readonly lecturer: string; readonly by: string },
  now: Instant,
): Promise<void> {
  await decideAgainOnConflict(async () => {
    const was = await timetables.get(cohort);
    if (!was) return;
    const nameless = <Some extends Pick<Timetable, 'lessons'>>(one: Some): Some => ({
      ...one,
      lessons: one.lessons.map((lesson) =>
        lesson.lecturer === lecturer ? { ...lesson, lecturerName: noName, institution: noName } : lesson,
      ),
    });
    const numbers = Array.from({ length: was.version }, (_, index) => index + 1);
    const versions = (await Promise.all(numbers.map((number) => timetables.version(cohort, number)))).flatMap(
      (one) => one ?? [],
    );
    await commit({
      changes: [
        timetables.save({ ...nameless(was), revision: was.revision + 1 }, was),
        ...versions.map((one) => timetables.overwriteVersion(nameless(one))),
      ],
      events: [{ subject: `round#${cohort}`, type: 'WageRecordsErased', by, at: now, data: { lecturer } }],
    });
  }, tries.contested);
}
