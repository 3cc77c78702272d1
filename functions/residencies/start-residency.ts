import type { SentVersion } from '../applications/applications-table.ts';
import { firstContract } from '../residency-rules/terms.ts';
import { termsFor } from '../rounds/residency.ts';
import type { Round } from '../rounds/round.ts';
import { startOf } from '../runs/run.ts';
import type { Accepting } from '../seats/accepting.ts';
import { Fault } from '../shared/errors.ts';
import { businessDayEnd, type Instant, seoulDateOf } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { newResidency, type Residency } from './residency.ts';
import { startupOf, wishOf } from './startup-of.ts';

/** The residency that an accepted seat begins, by the rules of its round as they are in force. */
export function residencyFrom(
  sent: Pick<SentVersion, 'reference' | 'answers' | 'lang'>,
  round: Pick<Round, 'id' | 'version' | 'firstDay' | 'residency'>,
  seat: string,
  now: Instant,
): Residency | undefined {
  const { residency: rules } = round;
  const terms = rules && termsFor(rules, sent.answers);
  if (!rules?.onboarding || !terms) return undefined;
  const { id, months, extendedBy, mostMonths } = terms;
  const kept = { id, months, ...(extendedBy !== undefined && { extendedBy }), mostMonths };
  return newResidency(
    {
      id: sent.reference,
      roundId: round.id,
      roundVersion: round.version,
      seat,
      startup: startupOf(sent),
      terms: kept,
      ...wishOf(sent.answers),
      contracts: [{ number: 1, ...firstContract(kept, round.firstDay) }],
      documentsDueOn: seoulDateOf(businessDayEnd(now, rules.onboarding.documentsWithin)),
    },
    now,
  );
}

type Reach = Pick<Dependencies, 'applications' | 'rounds' | 'residencies'>;

/** When a seat of a round of the Lab is accepted, its residency begins with a run of startup-lab-onboarding. */
export const startResidency =
  ({ applications, rounds, residencies }: Reach): Accepting =>
  async ({ reference, roundId, seat }, now) => {
    const round = await rounds.current(roundId);
    if (!round?.residency?.onboarding) return { changes: [], events: [], outbox: [] };
    const application = await applications.get(reference);
    const sent = application && (await applications.version(reference, application.version));
    const residency = sent && seat ? residencyFrom(sent, round, seat, now) : undefined;
    if (!residency) throw new Fault('ResidencyNotStarted', { reference });
    const { terms, documentsDueOn } = residency;
    return {
      changes: [residencies.create(residency)],
      events: [
        {
          subject: reference,
          type: 'ResidencyStarted',
          by: 'applicant',
          at: now,
          data: { terms: terms.id, documentsDueOn },
        },
      ],
      outbox: [startOf('startup-lab-onboarding', residency.id, residency.run)],
    };
  };
