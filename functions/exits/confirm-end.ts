import { cancelled, type PersonRequest, settled } from '../requests/request.ts';
import { isUnconfirmed, type Measure, withChangedMeasure } from '../residencies/measure.ts';
import { changedResidency, lastOf, type Residency } from '../residencies/residency.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import { type Instant, seoulDateOf } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';
import { contractEnds, type EndReach, type NotEnded } from './end-contract.ts';
import { measureMail } from './take-measure.ts';

export type ConfirmOutcome =
  | { readonly kind: 'decided' }
  | { readonly kind: 'closed' }
  /** Whoever asked for it does not confirm it. */
  | { readonly kind: 'own' }
  | NotEnded;

export type EndAnswer =
  | { readonly outcome: 'CONFIRMED' }
  /** The reason goes to the manager. */
  | { readonly outcome: 'REFUSED'; readonly reason: string };

/** What the director is asked to confirm. */
export const measureAsked = (
  { measures = [] }: Pick<Residency, 'measures'>,
  { id }: Pick<PersonRequest, 'id'>,
): Measure | undefined => measures.find(({ request }) => request === id);

/**
 * The director confirms that a contract ends today, or does not. Confirmed, the exit begins at once and the startup is
 * mailed the reason; either way the manager is told.
 */
export const confirmEnd = (
  deps: EndReach & Pick<Dependencies, 'commit' | 'requests' | 'residencies'>,
  given: {
    readonly request: string;
    readonly generation: number;
    readonly by: string;
    readonly answer: EndAnswer;
  },
  now: Instant,
): Promise<ConfirmOutcome> =>
  decideAgainOnConflict(async () => {
    const request = await deps.requests.get(given.request);
    const was = request && (await deps.residencies.get(request.subject));
    const measure = was && request && measureAsked(was, request);
    if (request?.state !== 'OPEN' || request.generation !== given.generation || !was || !measure) {
      return { kind: 'closed' };
    }
    const { by, answer } = given;
    if (was.state !== 'RESIDENT' || !isUnconfirmed(measure)) {
      await deps.commit({
        changes: [deps.requests.save(cancelled(request, 'GONE', by, now), request)],
        events: [
          { subject: was.id, type: 'RequestCancelled', by: `person:${by}`, at: now, data: { request: request.id } },
        ],
      });
      return { kind: 'closed' };
    }
    if (measure.by === by) return { kind: 'own' };
    const data = { measure: measure.id, request: request.id };
    const told = {
      kind: 'mail' as const,
      template: 'end-answered' as const,
      to: { person: measure.by },
      ids: { residency: was.id, measure: measure.id },
    };
    const answered = deps.requests.save(settled(request, { ...answer, by, at: now }), request);
    if (answer.outcome === 'REFUSED') {
      const refused = { by, at: now, reason: answer.reason };
      const measures = withChangedMeasure(was, measure.id, { refused });
      await deps.commit({
        changes: [answered, deps.residencies.save(changedResidency(was, now, { measures }), was)],
        events: [{ subject: was.id, type: 'EndRefused', by: `person:${by}`, at: now, data }],
        outbox: [told],
      });
      return { kind: 'decided' };
    }
    const today = seoulDateOf(now);
    const isEarly = today < lastOf(was).to;
    const lastDay = isEarly ? today : lastOf(was).to;
    const reason = measure.reason ?? '';
    const ended = isEarly
      ? await contractEnds(deps, was, { side: 'management', lastDay, reason, by: `person:${by}` }, now)
      : { kind: 'ends' as const, contracts: was.contracts, event: undefined, parts: undefined };
    if (ended.kind !== 'ends') return ended;
    const { contracts, event, parts } = ended;
    const measures = withChangedMeasure(was, measure.id, { confirmed: { by, at: now }, lastDay });
    await deps.commit({
      changes: [
        answered,
        deps.residencies.save(
          changedResidency(was, now, { contracts, measures, ...(isEarly && { changeAsked: undefined }) }),
          was,
        ),
        ...(parts?.changes ?? []),
      ],
      events: [
        { subject: was.id, type: 'EndConfirmed', by: `person:${by}`, at: now, data: { ...data, lastDay } },
        ...(event ? [event] : []),
        ...(parts?.events ?? []),
      ],
      outbox: [measureMail(was.id, measure.id), told, ...(parts?.outbox ?? [])],
    });
    return { kind: 'decided' };
  }, tries.contested);
