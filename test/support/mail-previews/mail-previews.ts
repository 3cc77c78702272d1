import type { Dependencies } from '../../../functions/app/dependencies.ts';
import type { SignLink } from '../../../functions/shared/links.ts';

type MailDependencies = Dependencies & {
  readonly baseUrl: string;
  readonly sign: SignLink;
  readonly signCode: SignLink;
  readonly stage: string;
};

import { templatesOf } from '../../../functions/app/templates.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import type { Lang } from '../../../functions/shared/i18n.ts';
import type { RenderedMail } from '../../../functions/shared/mail/render.tsx';
import type { Instant } from '../../../functions/shared/time.ts';
import { academyRound } from '../../functions/rounds/academy.ts';
import { answers } from '../applicants.ts';
import { memoryCommittee } from '../committee/memory-committee.ts';
import { macOf } from '../memory/memory-mac.ts';
import { decideAndRelease } from '../seats/decided-round.ts';
import { plainScores } from '../selection/ranked-round.ts';
import { mailSamples } from './mail-samples.ts';
import { type Sample, type SampleFacts, sampleTime } from './sample.ts';

export interface MailPreview {
  readonly template: string;
  readonly variant: string | undefined;
  readonly lang: Lang;
  readonly to: string;
  readonly mail: RenderedMail;
  readonly calendar: string | undefined;
  /** When the open requests that it is about are due, the earliest first. */
  readonly due: readonly Instant[];
}

/** The names of the templates that the dispatcher knows. */
export const templateNames = async (): Promise<string[]> => Object.keys(await templates());

/** All templates as they are declared. */
export const templates = async () => templatesOf((await releasedRound('ko')).deps);

/** A round of twelve with its results, in memory: four selected, three on the waitlist, five not selected. */
async function releasedRound(lang: Lang) {
  const { admission } = academyRound();
  if (!admission) throw new Error('the academy has no admission');
  const waitlist = { ...admission.offer.waitlist, length: 3 };
  const made = await memoryCommittee(
    (index) => ({
      lang,
      scores: plainScores(index, 12),
      form: answers({ 'about-you': { name: '김하늘', email: `haneul.kim-${index + 1}@example.com` } }),
    }),
    { admission: { ...admission, offer: { ...admission.offer, waitlist } } },
  );
  await decideAndRelease(made, sampleTime);
  const { entries } = await made.snapshot(1);
  const of = (outcome: string) => entries.find((entry) => entry.outcome.outcome === outcome)?.reference ?? '';
  return {
    deps: {
      ...made.deps,
      baseUrl: 'https://academy.example.kr',
      sign: async (target) => macOf(target),
      signCode: async (target) => macOf(target),
      stage: 'production',
    } satisfies MailDependencies,
    applicants: { selected: of('SEAT'), waiting: of('WAITLIST'), 'not selected': of('NOT_SELECTED') },
  };
}

/** The stored truth, with what a sample says instead. */
function told(deps: MailDependencies, lang: Lang, facts: SampleFacts, applicant: string | undefined): MailDependencies {
  const { applications, requests, rounds, people, seats } = deps;
  const changed = <Thing extends object>(found: Thing | undefined, change: Partial<Thing> | undefined) =>
    found && { ...found, ...change };
  return {
    ...deps,
    applications: {
      ...applications,
      get: async (reference) => changed(await applications.get(reference), facts.application),
      version: async (reference) => changed(await applications.version(reference, 1), { version: facts.version ?? 1 }),
    },
    requests: {
      ...requests,
      get: async (id) => {
        const request = facts.requests?.find((one) => one.id === id);
        return changed(request, applicant ? { subject: applicant } : {});
      },
    },
    rounds: { ...rounds, current: async (id) => changed(await rounds.current(id), facts.round) },
    people: { ...people, get: async (id) => changed(await people.get(id), { lang }) },
    seats: { ...seats, place: async (reference) => changed(await seats.place(reference), facts.place) },
    ...facts.tables?.(deps),
  };
}

/** Every sample of every template in a language, as the dispatcher would send it. @throws if one has become pointless. */
export async function previewMails(lang: Lang, round: Partial<Round> = {}): Promise<MailPreview[]> {
  const { deps, applicants } = await releasedRound(lang);
  const preview = async (template: string, { variant, to, ids = {}, facts = {} }: Sample): Promise<MailPreview> => {
    const applicant = typeof to === 'object' ? undefined : applicants[to];
    const prepare = templatesOf(told(deps, lang, { ...facts, round: { ...round, ...facts.round } }, applicant))[
      template
    ]?.prepare;
    if (!prepare) throw new Error(`there is a sample of ${template}, and no such template`);
    const prepared = await prepare(typeof to === 'object' ? to : { applicant: applicants[to] }, ids, sampleTime);
    if (prepared.kind === 'pointless') {
      throw new Error(
        `the sample of ${[template, ...(variant ? [variant] : [])].join(', ')} is pointless: ${prepared.why}`,
      );
    }
    const calendar = typeof prepared.calendar === 'object' ? prepared.calendar.content : prepared.calendar;
    const open = (facts.requests ?? []).filter(({ state }) => state === 'OPEN');
    const due = open.map(({ dueAt }) => dueAt).sort();
    return { template, variant, lang, to: prepared.to, mail: prepared.mail, calendar, due };
  };
  const all = Object.entries(mailSamples(lang)).flatMap(([template, samples]) =>
    samples.map((sample) => () => preview(template, sample)),
  );
  const previews: MailPreview[] = [];
  for (const next of all) previews.push(await next());
  return previews;
}
