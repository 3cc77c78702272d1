import { onTestFinished } from 'vitest';
import { loadPeople } from '../../../functions/people/load-people.ts';
import type { Person } from '../../../functions/people/person.ts';
import { readPeople } from '../../../functions/people/read-people.ts';
import type { AdmissionRules } from '../../../functions/rounds/admission-rules.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import type { Review } from '../../../functions/screening/review.ts';
import type { AdmissionState } from '../../../functions/selection/admission.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import type { Academy, Stored } from '../academy.ts';
import { answers, applyBehindPages, type FilledForm, mailsTo } from '../applicants.ts';
import { eventually } from '../eventually.ts';
import { changeRound } from '../rounds/change-round.ts';
import { reviewedApplication } from '../selection/ranked-round.ts';
import { type FormFields, visitor } from '../visitor.ts';

let people = 0;

type ReviewerRow = Partial<Pick<Person, 'affiliations' | 'capacity' | 'lang' | 'languages'>> & {
  readonly absences?: string;
};

/** Reviewers whom no other test has, and who are the only ones until the test ends. */
export async function onlyReviewers(at: Stored, rows: readonly ReviewerRow[]): Promise<Person[]> {
  const others = await at.people.withRole('reviewer');
  const withRoles = (person: Person, roles: Person['roles']) => ({
    ...person,
    deputy: person.deputy,
    roles,
  });
  await loadPeople(
    at,
    others.map((person) =>
      withRoles(
        person,
        person.roles.filter((role) => role !== 'reviewer'),
      ),
    ),
    'operator:test',
    at.now(),
  );
  const own = await moreReviewers(at, rows);
  onTestFinished(async () => {
    const mine = await at.people.withRole('reviewer');
    await loadPeople(
      at,
      [...mine.map((person) => withRoles(person, [])), ...others.map((person) => withRoles(person, person.roles))],
      'operator:test',
      at.now(),
    );
  });
  return own;
}

/** Further ones. */
export async function moreReviewers(at: Stored, rows: readonly ReviewerRow[]): Promise<Person[]> {
  const lines = rows.map((row) => {
    people += 1;
    const id = `judge-${process.pid}-${people}`;
    const cells = [
      id,
      `심사${people}`,
      `${id}@panel-${people}.example`,
      row.lang ?? 'ko',
      'reviewer',
      '',
      row.absences ?? '',
      (row.affiliations ?? []).join(';'),
      (row.languages ?? ['ko', 'en']).join(';'),
      String(row.capacity ?? 50),
    ];
    return { id, line: cells.join(',') };
  });
  const header = 'id,name,email,lang,roles,deputy,absences,affiliations,languages,capacity';
  const { people: read, bad } = readPeople([header, ...lines.map(({ line }) => line)].join('\n'));
  if (bad.length > 0) throw new Error(JSON.stringify(bad));
  await loadPeople(at, read, 'operator:test', at.now());
  const loaded = await Promise.all(lines.map(({ id }) => at.people.get(id)));
  return loaded.filter((person) => person !== undefined);
}

/** A round that is open, with an admission whose run looks every few seconds, and its reviews as the test wants them. */
export async function reviewedRound(at: Stored, review: Partial<AdmissionRules['review']> = {}): Promise<Round> {
  const round = await at.round({ closesAt: addMinutes(at.now(), 20) }, { admission: true });
  if (!round.admission) throw new Error('the round has no admission');
  const admission = { ...round.admission, review: { ...round.admission.review, ...review } };
  await changeRound(at, round, { admission });
  return { ...round, admission };
}

export const untilAdmission = (at: Stored, round: Round, ...states: AdmissionState[]) =>
  eventually(
    `${round.id} is ${states.join(' or ')}`,
    async () => {
      const admission = await at.admissions.get(round.id);
      return admission && states.includes(admission.state) && admission;
    },
    { seconds: 90 },
  );

const closed = async (at: Stored, round: Round): Promise<void> => {
  await changeRound(at, round, { closesAt: addMinutes(at.now(), -1) });
  await untilAdmission(at, round, 'REVIEWING');
};

/** Applications that were filled in, sent and accepted, and the round closed with all of its reviews begun. */
export async function inReview(at: Academy, round: Round, forms: readonly FilledForm[] = [answers()]) {
  const applied = [];
  for (const form of forms) applied.push(await applyBehindPages(at, round, form));
  for (const { reference } of applied) await at.untilState(reference, 'ACCEPTED');
  await closed(at, round);
  return applied;
}

/** The same with applications that are stored as intake leaves them: without its pages, mails and runs. */
export async function storedInReview(at: Academy, round: Round, count = 1) {
  const applied = Array.from({ length: count }, (_, index) =>
    reviewedApplication(round, index, { form: answers(), scores: [] }, at.now()),
  );
  for (const { application, version } of applied) {
    await at.commit({
      changes: [
        at.applications.create(application),
        at.applications.putVersion(version),
        at.applications.listInRound(round.id, application.reference),
      ],
      events: [{ subject: application.reference, type: 'MadeByTest', by: 'operator:test', at: at.now() }],
    });
  }
  await closed(at, round);
  return applied.map(({ application: { reference, email = '' } }) => ({ reference, email }));
}

/** One application under review by the two of these reviewers who are asked first. */
export async function underReview(
  at: Academy,
  rows: readonly ReviewerRow[],
  rules: Partial<AdmissionRules['review']> = {},
) {
  const reviewers = await onlyReviewers(at, rows);
  const round = await reviewedRound(at, rules);
  const [applied] = await storedInReview(at, round);
  if (!applied) throw new Error('nobody applied');
  return { ...applied, round, reviewers };
}

export const screeningOf = async (at: Stored, reference: string) => {
  const screening = await at.screenings.get(reference);
  if (!screening) throw new Error(`there is no screening of ${reference}`);
  return screening;
};

export const untilScreening = (at: Stored, reference: string, state: string) =>
  eventually(`the screening of ${reference} is ${state}`, async () => {
    const screening = await at.screenings.get(reference);
    return screening?.state === state && screening;
  });

/** Waits until the run of a screening waits for the reviewers: then it stores nothing more until one of them answers. */
export const untilReviewersAreAwaited = (at: Stored, reference: string) =>
  eventually(`the run of ${reference} waits for the reviewers`, async () => {
    const screening = await at.screenings.get(reference);
    return screening?.callback !== undefined && screening;
  });

/** The review of an application by the n-th who was asked, from 1, as soon as it is there. */
export const reviewNumber = (at: Stored, reference: string, number: number): Promise<Review> =>
  eventually(`review ${number} of ${reference}`, async () => {
    const listed = (await at.screenings.get(reference))?.reviews[number - 1];
    return listed && at.screenings.review(listed.id);
  });

/** The path of the link to a reviewer's list in the round, as it was mailed last. */
export const listLink = (at: Academy, round: Round, person: string): Promise<string> =>
  eventually(`the link of ${person} to the reviews of ${round.id}`, async () => {
    const email = (await at.people.get(person))?.email ?? '';
    const links = (await mailsTo(at, email)).map(
      ({ text }) => new RegExp(`/v/${round.id}\\.${person}/[\\w-]+`, 'u').exec(text)?.[0],
    );
    return links.findLast((link) => link !== undefined);
  });

/** One score for every criterion of the round. */
export const scored = (round: Round, score: number, comment = ''): FormFields => ({
  ...Object.fromEntries((round.admission?.review.criteria ?? []).map(({ id }) => [`score-${id}`, String(score)])),
  comment,
});

/** The page of a review as its reviewer's mailed link opens it. */
export async function reviewPath(at: Academy, round: Round, review: Pick<Review, 'id' | 'reviewer'>): Promise<string> {
  return `${await listLink(at, round, review.reviewer)}/${review.id}`;
}

/** Sends a review through its page. */
export async function sendReview(at: Academy, round: Round, review: Review, score: number) {
  return visitor(at.baseUrl).post(await reviewPath(at, round, review), scored(round, score));
}
