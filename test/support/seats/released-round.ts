import type { PersonRequest } from '../../../functions/requests/request.ts';
import { type Round, type RoundDraft, writtenRoundSchema } from '../../../functions/rounds/round.ts';
import { offerKey } from '../../../functions/seats/offer.ts';
import { newReference } from '../../../functions/shared/references.ts';
import { addDays, addMinutes, seoulDateOf } from '../../../functions/shared/time.ts';
import type { Academy, Stored } from '../academy.ts';
import { eventually } from '../eventually.ts';
import { mailsIn } from '../mails.ts';
import { academyDraft } from '../rounds/academy-draft.ts';
import { type FormFields, type Page, type Visitor, visitor } from '../visitor.ts';
import { approveRanking, type Ranked } from './seats.ts';

/* A round on the deployed local cloud whose results are released by its own run, and its people as they answer. */

export type AcademyRules = NonNullable<RoundDraft['admission']>;

const academyRules = (): AcademyRules => {
  const { admission } = academyDraft();
  if (!admission) throw new Error('the demo round has no admission');
  return admission;
};

export interface Wanted {
  readonly capacity: number;
  readonly people: number;
  readonly waitlist?: number;
  /** So many of the last are not placed. */
  readonly unplaceable?: number;
  readonly lang?: 'ko' | 'en';
  readonly change?: Partial<RoundDraft>;
  readonly rules?: (rules: AcademyRules) => AcademyRules;
}

/** A round with an approved ranking, without its results; its run is about to release them. */
export async function rankedRound(at: Stored, wanted: Wanted): Promise<{ round: Round; people: Ranked[] }> {
  const { capacity, people: count, unplaceable = 0, lang, rules = (given) => given } = wanted;
  const admission = academyRules();
  const today = seoulDateOf(at.now());
  const announced = await at.round(
    {
      capacity,
      resultsOn: today,
      firstDay: addDays(today, 60),
      admission: rules({
        ...admission,
        ranking: { ...admission.ranking, quotas: [] },
        offer: {
          ...admission.offer,
          waitlist: { length: wanted.waitlist ?? count, lastDay: addDays(today, 50) },
        },
      }),
      ...wanted.change,
    },
    { admission: true },
  );
  const people = Array.from({ length: count }, (_, index): Ranked => {
    const reference = newReference(announced.code, at.random(16));
    return {
      reference,
      email: `${reference.toLowerCase()}@example.com`,
      secret: `secret-of-${reference}`,
      lang,
      unplaceable: index >= count - unplaceable,
    };
  });
  await approveRanking(at, announced, people, at.now());
  // It has closed: nobody changes an application any more.
  const round = writtenRoundSchema.parse({
    ...announced,
    version: announced.version + 1,
    closesAt: addMinutes(at.now(), -60),
  });
  await at.commit({
    changes: at.rounds.load(round, announced, await at.rounds.pointer(announced.id)),
    events: [{ subject: `round#${round.id}`, type: 'MadeByTest', by: 'operator:test', at: at.now() }],
  });
  return { round, people };
}

/** A round whose results are out. */
export async function releasedRound(at: Stored, wanted: Wanted): Promise<{ round: Round; people: Ranked[] }> {
  const ranked = await rankedRound(at, wanted);
  await untilReleased(at, ranked.round);
  return ranked;
}

export const untilReleased = (at: Stored, round: Round) =>
  eventually(
    `the results of ${round.id}`,
    async () => {
      const admission = await at.admissions.get(round.id);
      return admission && admission.state !== 'RELEASING' && admission;
    },
    { seconds: 90 },
  );

/** The open offer of somebody, as soon as there is one. */
export const offerOf = (at: Stored, reference: string): Promise<PersonRequest> =>
  eventually(`an offer for ${reference}`, async () => {
    const place = await at.seats.place(reference);
    const seat = place?.seat ? await at.seats.seat(place.seat) : undefined;
    const request = seat && (await at.requests.byAskKey(offerKey(seat)));
    return request?.state === 'OPEN' && request.subject === reference && request;
  });

export const untilPlace = (at: Stored, reference: string, ...states: string[]) =>
  eventually(`${reference} is ${states.join(' or ')}`, async () => {
    const place = await at.seats.place(reference);
    return place && states.includes(place.state) && place;
  });

/** The paths of the links of offers as they were mailed, by the request's id. */
export async function offerLinks(at: Pick<Academy, 'cloud'>): Promise<Map<string, string>> {
  const links = new Map<string, string>();
  for (const { text } of await mailsIn(at.cloud).all()) {
    const [path, id] = /\/r\/[a-z]+\/([0-9a-f]{32})\/[\w-]+/u.exec(text) ?? [];
    if (path && id) links.set(id, path);
  }
  return links;
}

export const linkOf = (at: Pick<Academy, 'cloud'>, { id }: PersonRequest): Promise<string> =>
  eventually(`the mailed link of ${id}`, async () => (await offerLinks(at)).get(id));

export const accepting: FormFields = { attends: 'yes', 'consent-institution-sharing': 'yes' };
export const declining: FormFields = { answer: 'decline-confirmed', reason: '' };

/** Answers the open offer of somebody by the link in the mail. */
export async function answerByLink(at: Academy, { reference }: Ranked, fields: FormFields, lang = 'ko'): Promise<Page> {
  const link = await linkOf(at, await offerOf(at, reference));
  return visitor(at.baseUrl, { lang }).post(link, fields);
}

/** A browser in which somebody has their application open. */
export function browserOf(at: Pick<Academy, 'baseUrl'>, ranked: Ranked, lang = 'ko'): Visitor {
  const browser = visitor(at.baseUrl, { lang });
  browser.cookies.set('application', `s.${ranked.reference}.${ranked.secret}`);
  return browser;
}
