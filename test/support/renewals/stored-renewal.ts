import { invitationKey } from '../../../functions/renewals/invitation.ts';
import { renewalsDue } from '../../../functions/renewals/renewals-due.ts';
import { requestPath } from '../../../functions/requests/request-link.ts';
import { renewalApplication } from '../../../functions/residencies/renewal-application.ts';
import { changedResidency, type Residency } from '../../../functions/residencies/residency.ts';
import { lastDayAfter } from '../../../functions/residency-rules/terms.ts';
import type { Round, RoundDraft } from '../../../functions/rounds/round.ts';
import type { SignLink } from '../../../functions/shared/links.ts';
import { addDays, addMinutes, lastDayOf, seoulDateOf } from '../../../functions/shared/time.ts';
import type { Academy } from '../academy.ts';
import { storedReports } from '../reports/stored-reports.ts';
import { askedEvent } from '../residency-events/asked-event.ts';
import { renewalDraft } from '../rounds/lab-renewal.ts';

const by = 'operator:test';

/** The round of renewal of `rounds/`, open now, for the residents of another round whose contracts end in three months. */
export function renewalNow(at: Pick<Academy, 'now'>, residency: Residency): Partial<RoundDraft> {
  const { id: _id, admission, ...draft } = renewalDraft();
  const today = seoulDateOf(at.now());
  const { to } = residency.contracts[0] ?? { to: today };
  return {
    ...draft,
    renews: { round: residency.roundId, window: { from: addDays(to, -5), to: addDays(to, 5) } },
    opensAt: addMinutes(at.now(), -24 * 60),
    closesAt: addMinutes(at.now(), 10 * 24 * 60),
    resultsOn: addDays(today, 40),
    firstDay: addDays(to, 1),
    ...(admission && {
      admission: {
        ...admission,
        offer: { ...admission.offer, waitlist: { ...admission.offer.waitlist, lastDay: addDays(today, 60) } },
      },
    }),
  };
}

/** A startup in the Lab with its reports, whose contract ends in about three months, and the round that asks it. */
export async function storedRenewal(
  at: Academy,
  sign: SignLink,
  given: { readonly lang?: 'ko' | 'en'; readonly admission?: boolean } = {},
) {
  const { lang = 'ko', admission = false } = given;
  const stored = await storedReports(at, lang);
  const was = await at.residencies.get(stored.id);
  if (!was) throw new Error('the residency is missing');
  const today = seoulDateOf(at.now());
  // A year that ends in 90 days.
  const from = addDays(today, -275);
  // An address whose ending nobody asks back about.
  const email = stored.email.replace('@startup.example', '@example.com');
  const residency = changedResidency(was, at.now(), {
    startup: { ...was.startup, email },
    contracts: [{ number: 1, from, to: lastDayAfter(from, 12) }],
  });
  await at.commit({
    changes: [at.residencies.save({ ...residency, needsRun: undefined }, was)],
    events: [{ subject: was.id, type: 'ResidencyBegun', by, at: at.now() }],
  });
  const fields = renewalNow(at, residency);
  const { admission: rules, ...withoutAdmission } = fields;
  const round = await at.round(admission ? { ...withoutAdmission, admission: rules } : withoutAdmission);

  /** Asks the startup as its run would. @returns the path of the mailed link */
  const invite = async (of: Round = round): Promise<string> => {
    const events = await at.residencyEvents.of(stored.id);
    const [due] = await renewalsDue(
      { rounds: { ...at.rounds, list: async () => [of] } },
      { residency, events },
      at.now(),
    );
    if (!due) throw new Error('nobody is asked');
    const { request } = await askedEvent(at, due, () => ({
      kind: 'renewal-invitation',
      context: of.id,
      askKey: invitationKey(stored.id, of.id),
      outcomes: ['APPLIED', 'DECLINED'],
      plan: { within: 1, remindAfter: [], dueOn: lastDayOf(of.closesAt), until: of.closesAt },
    }));
    return requestPath({ sign, kinds: at.kinds }, request, { applicant: stored.id });
  };
  return { ...stored, email, residency, round, invite, application: () => renewalApplication(at, round.id, stored.id) };
}
export type StoredRenewal = Awaited<ReturnType<typeof storedRenewal>>;
