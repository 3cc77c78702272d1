import type { AgreementOwner, AgreementOwners } from '../agreements/owners.ts';
import { labParty } from '../onboarding/agreement-owner.ts';
import { rulesOf } from '../onboarding/case.ts';
import type { ContractChange } from '../residencies/contract-change.ts';
import { eventNews } from '../residencies/event-news.ts';
import { businessDayEnd, seoulDateOf } from '../shared/time.ts';
import { addendumText, extensionText, signsFor } from './agreement-texts.ts';
import type { Dependencies } from './dependencies.ts';

/** What agreements call the events that theirs are about, by what is signed. */
export const ownerKinds = {
  extension: 'residency-extension',
  addendum: 'residency-addendum',
} as const satisfies Record<ContractChange['for'], string>;

type Reach = Pick<Dependencies, 'residencies' | 'residencyEvents' | 'rounds'>;

/** The agreements of events: signed by the startup, then by the director of the Lab. */
const contractAgreement = (deps: Reach): AgreementOwner => ({
  data: async (id) => {
    const event = await deps.residencyEvents.get(id);
    const residency = event && (await deps.residencies.get(event.residency));
    const { change } = event ?? {};
    if (event?.state !== 'OPEN' || residency?.state !== 'RESIDENT' || !change) return undefined;
    const { round, rules, onboarding } = await rulesOf(deps, residency);
    const text =
      change.for === 'extension'
        ? extensionText(rules, round.version, residency, change)
        : addendumText(rules, round.version, residency, change);
    const { name: party, representative: name, email, lang } = signsFor(residency, change);
    // Made anew because the residency has changed: whoever signs has their days from then on.
    const [, since = event.since] = [event.since, residency.changedAt].toSorted();
    return {
      ...text,
      signers: [
        { id: 'startup', party, name, email, lang },
        { id: 'lab', party: labParty.ko, person: onboarding.director },
      ],
      dueOn: seoulDateOf(businessDayEnd(since, onboarding.signWithin)),
      context: round.id,
    };
  },
  ended: async (id, agreement, version, now) => {
    const was = await deps.residencyEvents.get(id);
    if (was?.state !== 'OPEN' || was.agreement !== agreement.id) return { changes: [], events: [], outbox: [] };
    const data = { agreement: agreement.id, version: version.number, state: version.state };
    return eventNews(deps, was, { type: 'ContractNews', by: 'system:contracts', data }, now);
  },
  contact: async (id) => {
    const event = await deps.residencyEvents.get(id);
    const residency = event && (await deps.residencies.get(event.residency));
    return residency && (await rulesOf(deps, residency)).round.contact;
  },
});

export const contractAgreements = (deps: Reach): AgreementOwners => ({
  [ownerKinds.extension]: contractAgreement(deps),
  [ownerKinds.addendum]: contractAgreement(deps),
});
