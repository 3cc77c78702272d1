import { loadPeople } from '../../../functions/people/load-people.ts';
import { readPeople } from '../../../functions/people/read-people.ts';
import type { RoundDraft } from '../../../functions/rounds/round.ts';
import { changedAdmission, roundSubject } from '../../../functions/selection/admission.ts';
import { assignReviewersOfRound } from '../../../functions/selection/assign-reviewers.ts';
import { startScreenings } from '../../../functions/selection/start-screenings.ts';
import { type Instant, instantSchema } from '../../../functions/shared/time.ts';
import { academyRound } from '../../functions/rounds/academy.ts';
import { answers, type FilledForm } from '../applicants.ts';
import { memoryRound } from '../memory/memory-round.ts';
import { reviewedApplication } from '../selection/ranked-round.ts';

/** Monday, 1 February 2027, 10:00 in Seoul: the round has closed. */
export const closed: Instant = instantSchema.parse('2027-02-01T01:00:00Z');

const header = 'id,name,email,lang,roles,deputy,absences,affiliations,languages,capacity';

/** `id`, then what differs from somebody who reads both languages and takes fifty reviews. */
export interface ReviewerLine {
  readonly id: string;
  readonly email?: string;
  readonly lang?: 'ko' | 'en';
  readonly absences?: string;
  readonly affiliations?: string;
  readonly languages?: string;
  readonly capacity?: number;
  /** `reviewer`, if nothing is said. */
  readonly roles?: string;
}

/** A closed round in memory with accepted applications and just these reviewers, ready to be assigned. */
export async function memoryScreening(
  given: {
    readonly forms?: readonly FilledForm[];
    readonly applications?: number;
    readonly reviewers?: readonly ReviewerLine[];
    readonly change?: Partial<RoundDraft>;
    readonly review?: Partial<NonNullable<RoundDraft['admission']>['review']>;
  } = {},
) {
  const { admission } = academyRound();
  if (!admission) throw new Error('the academy has no admission');
  const made = await memoryRound(closed, {
    ...given.change,
    admission: { ...admission, review: { ...admission.review, ...given.review } },
  });
  const { deps, round } = made;
  const demo = await deps.people.withRole('reviewer');
  await loadPeople(
    deps,
    demo.map((person) => ({ ...person, deputy: person.deputy, roles: [] })),
    'operator:test',
    closed,
  );
  const load = async (reviewers: readonly ReviewerLine[]) => {
    const lines = reviewers.map((one) =>
      [
        one.id,
        one.id,
        one.email ?? `${one.id}@${one.id}.example`,
        one.lang ?? 'ko',
        one.roles ?? 'reviewer',
        '',
        one.absences ?? '',
        one.affiliations ?? '',
        one.languages ?? 'ko;en',
        String(one.capacity ?? 50),
      ].join(','),
    );
    const { people, bad } = readPeople([header, ...lines].join('\n'));
    if (bad.length > 0) throw new Error(JSON.stringify(bad));
    await loadPeople(deps, people, 'operator:test', closed);
  };
  await load(given.reviewers ?? ['anna', 'berta', 'clara', 'doris'].map((id) => ({ id })));

  const references: string[] = [];
  const forms = given.forms ?? Array.from({ length: given.applications ?? 1 }, () => answers());
  for (const [index, form] of forms.entries()) {
    const { application, version } = reviewedApplication(round, index, { form, scores: [] }, closed);
    await deps.commit({
      changes: [
        deps.applications.create(application),
        deps.applications.putVersion(version),
        deps.applications.listInRound(round.id, application.reference),
      ],
      events: [{ subject: application.reference, type: 'MadeByTest', by: 'operator:test', at: closed }],
    });
    references.push(application.reference);
  }

  /** As if the round had come to a state by itself. */
  const bring = async (state: 'ASSIGNING' | 'RANKING' | 'CANCELLING', roundVersion = round.version) => {
    const was = await made.admission();
    const next = {
      ...changedAdmission(was, closed, { roundVersion }),
      state,
      since: { ...was.since, [state]: closed },
    };
    await deps.commit({
      changes: [deps.admissions.save(next, was)],
      events: [{ subject: roundSubject(round.id), type: 'MadeByTest', by: 'operator:test', at: closed }],
    });
  };
  await bring('ASSIGNING');

  const assign = async (now = closed) => assignReviewersOfRound(deps, await made.step(), now);
  const start = async (now = closed) => startScreenings(deps, { ...(await made.step()), checks: 0 }, now);
  return {
    ...made,
    references,
    load,
    bring,
    assign,
    start,
    /** Assigned, and all screenings started. */
    begin: async () => {
      await assign();
      for (;;) if ((await start()).outcome !== 'MORE') return;
    },
    /** The templates and recipients of the mails that are to leave, in the order of the outbox. */
    mails: () =>
      made.memory.items('outbox').flatMap((item) => {
        const message = JSON.stringify(item.errand);
        const template = /"template":\{"S":"([a-z-]+)"\}/u.exec(message)?.[1];
        const person = /"person":\{"S":"([a-z-]+)"\}/u.exec(message)?.[1] ?? '';
        return template ? [`${template} ${person}`] : [];
      }),
    /** The reviews of an application, in the order in which they were asked for. */
    reviewsOf: async (reference = references[0] ?? '') => {
      const screening = await deps.screenings.get(reference);
      const reviews = await Promise.all((screening?.reviews ?? []).map(({ id }) => deps.screenings.review(id)));
      return reviews.filter((review) => review !== undefined);
    },
    screening: async (reference = references[0] ?? '') => {
      const screening = await deps.screenings.get(reference);
      if (!screening) throw new Error('there is no screening');
      return screening;
    },
  };
}
export type MemoryScreening = Awaited<ReturnType<typeof memoryScreening>>;
