import type { Application } from '../../../functions/applications/application.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { closeWaitlist } from '../../../functions/seats/close-waitlist.ts';
import { fingerprint } from '../../../functions/shared/random.ts';
import type { Academy } from '../academy.ts';
import { answers, type FilledForm, mailsTo } from '../applicants.ts';
import { canary } from '../canaries.ts';
import { eventually } from '../eventually.ts';
import { type Placed, plainScores, storeReviewed } from '../selection/ranked-round.ts';
import { type Visitor, visitor } from '../visitor.ts';
import { answer, released, roundToEnd, untilAdmissionIs } from './ending.ts';

export const threeOf = <Value>(list: readonly Value[]): [Value, Value, Value] => {
  const [one, two, three] = list;
  if (one === undefined || two === undefined || three === undefined) throw new Error('three were wanted');
  return [one, two, three];
};

export interface Cohort {
  readonly round: Round;
  /** Three who have a seat, and one who waited until the end. */
  readonly placed: readonly Placed[];
  /** Whom the three are: the second has not agreed to be named to the institutions. */
  readonly people: readonly ReturnType<typeof canary>[];
  /** The paths that the manager and somebody of a bank got by mail. */
  readonly links: { readonly manager: string; readonly bank: string };
}

const called = { name: '+82 10', relationship: '@부모', phone: '01022223333' };

/** A round with three seats, from the release of its results to the confirmed cohort. */
export async function confirmedCohort(at: Academy): Promise<Cohort> {
  const people = [canary(), canary(), canary()];
  const forms = [...people.map(({ form }) => form), answers()];
  const { round, placed } = await cohortOfThree(at, forms, called);
  const [manager, bank] = await Promise.all([
    cohortLinkTo(at, round, 'sora.park@academy.example.kr'),
    cohortLinkTo(at, round, 'bora.shin@gaon-bank.example'),
  ]);
  return { round, placed, people, links: { manager, bank } };
}

/** The first three have a seat, whoever comes after them waits until the end. */
export async function cohortOfThree(
  at: Academy,
  forms: readonly FilledForm[],
  contact: typeof called,
): Promise<Pick<Cohort, 'round' | 'placed'>> {
  const round = await roundToEnd(at, { capacity: 3 });
  const wanted = forms.map((form, index) => ({ form, scores: plainScores(index, forms.length) }));
  const placed = await storeReviewed(at, round, wanted, at.now());
  await released(at, round, placed);
  const [one, two, three] = threeOf(placed.map(({ reference }) => reference));
  await answer(at, round, one, 'ACCEPT', { contact });
  await answer(at, round, two, 'ACCEPT', { shared: false, contact });
  await answer(at, round, three, 'ACCEPT', { contact });
  await closeWaitlist(at, round.id, { by: 'operator:test', reason: 'test' }, at.now());
  await untilAdmissionIs(at, round, 'CONFIRMED');
  return { round, placed };
}

/** The path of the link to a cohort as it was mailed to an address. */
export const cohortLinkTo = (at: Academy, round: Round, address: string): Promise<string> =>
  eventually(`the link to the cohort in a mail to ${address}`, async () => {
    const mail = (await mailsTo(at, address)).findLast(({ text }) => text.includes(`/c/${round.id}.`));
    return mail && new RegExp(`/c/${round.id}\\.[a-z0-9-]+/[\\w-]{43}`, 'u').exec(mail.text)?.[0];
  });

/** Another revision of an application, whoever would have to make it. */
export async function changed(at: Academy, reference: string, change: Partial<Application>): Promise<void> {
  const was = await at.application(reference);
  await at.commit({
    changes: [at.applications.save({ ...was, ...change, revision: was.revision + 1 }, was)],
    events: [{ subject: reference, type: 'MadeByTest', by: 'operator:test', at: at.now() }],
  });
}

/** The browser of an applicant, as a session of its own. */
export async function browserOf(at: Academy, reference: string): Promise<Visitor> {
  const { sessions } = await at.application(reference);
  const secret = `secret-of-${reference}`;
  await changed(at, reference, { sessions: [...sessions, fingerprint(secret)] });
  const browser = visitor(at.baseUrl, { lang: 'ko' });
  browser.cookies.set('application', `s.${reference}.${secret}`);
  return browser;
}
