import { presentIn, type Version } from '../agreements/agreement.ts';
import type { Dependencies as Agreements } from '../agreements/dependencies.ts';
import { draftAgreement, renewAgreement } from '../agreements/draft-agreement.ts';
import { dataHashOf, signersOf } from '../agreements/make-version.ts';
import { ownerKey } from '../agreements/owners.ts';
import { type News, type Waiting, waitForNews } from '../requests/ask.ts';
import { findEvent } from '../residencies/find-event.ts';
import { lastOf, type Residency } from '../residencies/residency.ts';
import { changedResidencyEvent, type ResidencyEvent } from '../residencies/residency-event.ts';
import { Conflict, Fault } from '../shared/errors.ts';
import type { Lang } from '../shared/i18n.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { contractAgreements, ownerKinds } from './agreement-owner.ts';
import type { Dependencies } from './dependencies.ts';
import type { contractsSteps } from './joints.ts';

type Outcome = OutcomeOf<typeof contractsSteps, 'ask-for-both-signatures'>;
type Needed = Dependencies & Agreements;
type Step = { readonly reference: string } & Waiting;

const by = 'system:contracts';

/** Whether one side has given notice, so that nothing is extended. */
export const isLeaving = (residency: Pick<Residency, 'contracts'>): boolean =>
  lastOf(residency).endedEarly !== undefined;

/**
 * *Ask for both signatures*: drafts the agreement, once, and waits until both have signed it, or one does not. If what the
 * case says has changed meanwhile, it is made anew and signed from the first on.
 */
export const askForBothSignatures = (deps: Needed, step: Step, now: Instant): Promise<void> =>
  waitForNews(deps, step.reference, step, now, async (): Promise<News<Outcome>> => {
    const found = await findEvent(deps, step);
    if (found.kind === 'over') return { outcome: found.outcome };
    if (found.event.state !== 'OPEN') return { outcome: 'SIGNED' };
    if (found.event.change?.for === 'extension' && isLeaving(found.residency)) return { outcome: 'NOT_SIGNED' };
    const was = await withAgreement(deps, found.event, now);
    const version = await versionOf(deps, was);
    if (version.state === 'SIGNED') return { outcome: 'SIGNED' };
    if (version.state !== 'OPEN') return { outcome: 'NOT_SIGNED' };
    await madeAnew(deps, was, version, found.residency.startup.lang, now);
    return {
      callback: was.callback,
      hold: (callback) => [deps.residencyEvents.save(changedResidencyEvent(was, now, { callback, news: false }), was)],
    };
  });

async function versionOf(deps: Pick<Needed, 'agreements'>, { agreement: id }: ResidencyEvent): Promise<Version> {
  const agreement = id === undefined ? undefined : await deps.agreements.get(id);
  const version = agreement && presentIn(agreement);
  if (!version) throw new Fault('AgreementMissing', { agreement: id });
  return version;
}

/** The event with its agreement, which is drafted if there is none. */
async function withAgreement(deps: Needed, was: ResidencyEvent, now: Instant): Promise<ResidencyEvent> {
  const { change } = was;
  if (!change) throw new Fault('ContractChangeMissing', { event: was.id });
  if (was.agreement !== undefined) return was;
  const drafted = await draftAgreement(
    deps,
    {
      owner: ownerKey(ownerKinds[change.for], was.id),
      by,
      with: (agreement) => ({
        changes: [deps.residencyEvents.save(changedResidencyEvent(was, now, { agreement }), was)],
        events: [],
        outbox: [],
      }),
    },
    now,
  );
  if (drafted.kind !== 'drafted') throw new Fault('AgreementNotDrafted', { event: was.id, why: drafted.kind });
  const next = await deps.residencyEvents.get(was.id);
  if (!next) throw new Conflict('the event has gone');
  return next;
}

/** Makes a new version if the case says something else by now; one that nobody could sign in time stays and lapses. */
async function madeAnew(
  deps: Needed,
  { id, agreement, change }: ResidencyEvent,
  version: Version,
  lang: Lang,
  now: Instant,
): Promise<void> {
  if (agreement === undefined || !change) return;
  const data = await contractAgreements(deps)[ownerKinds[change.for]]?.data(id);
  if (!data || dataHashOf(data, await signersOf(deps, data)) === version.dataHash) return;
  const renewed = await renewAgreement(deps, { agreement, by, why: renewedWhy[lang] }, now);
  if (renewed.kind === 'incomplete' || renewed.kind === 'not-drawable') {
    throw new Fault('AgreementNotDrafted', { event: id, why: renewed.kind });
  }
}

const renewedWhy = {
  ko: '입주 기업이나 협약의 내용이 그사이 바뀌어 다시 작성하였습니다.',
  en: 'What it says about the startup or its contract has changed meanwhile.',
} as const;
