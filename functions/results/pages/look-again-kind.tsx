import { caseOf } from '../../committee/case-of.ts';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import type { Dependencies } from '../../seats/dependencies.ts';
import { offeringRound } from '../../seats/offering-round.ts';
import { waitlistHasEnded } from '../../seats/waitlist.ts';
import { whyOf } from '../../selection/why-of.ts';
import { Fault } from '../../shared/errors.ts';
import type { Lang } from '../../shared/i18n.ts';
import { check, decode, errorsOfWanted, type FieldError, type Typed } from '../../shared/pages/form.ts';
import { html, type PageResponse, seeOther, switchedTo } from '../../shared/pages/request.ts';
import type { Instant } from '../../shared/time.ts';
import { decideLookAgain, type LookAgainDecision } from '../decide-look-again.ts';
import { closedLookAgainPage, LookAgainOfficerPage, officerForm } from './look-again-officer.tsx';

/** The pages of the officer who looks at a result again. */
export function lookAgainPages(
  deps: Pick<
    Dependencies,
    'admissions' | 'applications' | 'commit' | 'people' | 'requests' | 'rounds' | 'screenings' | 'seats'
  >,
): RequestKind {
  const load = async ({ request }: Held, now: Instant) => {
    const [place, admission] = await Promise.all([
      deps.seats.place(request.subject),
      deps.admissions.get(request.context),
    ]);
    if (!place || !admission)
      throw new Fault(place ? 'AdmissionMissing' : 'PlaceMissing', {
        reference: request.subject,
        round: request.context,
      });
    const { round, rules } = await offeringRound(deps, admission);
    return { place, round, ended: waitlistHasEnded(admission, rules.offer, now) };
  };

  const view = async (
    held: Held,
    now: Instant,
    given: { readonly lang: Lang; readonly typed?: Typed; readonly errors?: readonly FieldError[] },
  ): Promise<PageResponse> => {
    const { place, round, ended } = await load(held, now);
    const [why, found] = await Promise.all([whyOf(deps, place), caseOf(deps, place.reference)]);
    const { lang, typed = { place: [String(place.rank)] }, errors = [] } = given;
    const { request, path } = held;
    return html(
      <LookAgainOfficerPage {...{ request, path, round, rank: place.rank, why, found, ended, typed, errors, lang }} />,
      { status: errors.length > 0 ? 422 : 200 },
    );
  };

  return {
    show: (held, { now, lang }) => view(held, now, { lang }),

    answer: async (held, { form: posted, lang, now }) => {
      const { place } = await load(held, now);
      const form = officerForm(place.rank);
      const typed = decode(form, posted);
      const switched = switchedTo(posted);
      if (switched) return view(held, now, { lang: switched, typed });
      const decision = readDecision(form, typed, lang);
      if ('errors' in decision) return view(held, now, { lang, typed, errors: decision.errors });
      const { request, holder: by } = held;
      const outcome = await decideLookAgain(
        deps,
        { request: request.id, generation: request.generation, by, decision },
        now,
      );
      return outcome === 'ended' ? view(held, now, { lang, typed }) : seeOther(held.path);
    },

    closed: async (request, { lang }) => {
      const by = request.settledBy ? await deps.people.get(request.settledBy) : undefined;
      return closedLookAgainPage(lang, request, by);
    },
  };
}

/** What the officer decided, or what is missing for it: granting wants the place that is right. */
function readDecision(
  form: ReturnType<typeof officerForm>,
  typed: Typed,
  lang: Lang,
): LookAgainDecision | { readonly errors: readonly FieldError[] } {
  const checked = check(form, typed, lang);
  if (!checked.ok) return { errors: checked.errors };
  const { outcome, reason, place } = checked.values;
  if (outcome === 'REFUSE') return { outcome, reason };
  if (place !== undefined) return { outcome, reason, place };
  return { errors: errorsOfWanted(form, 'place', typed, lang) };
}
