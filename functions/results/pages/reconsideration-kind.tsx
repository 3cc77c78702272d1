import { caseOf } from '../../committee/case-of.ts';
import { confirmDecision, lateWords, leavingDecision } from '../../requests/pages/decision-frame.tsx';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import { decidedPath, isJustDecided } from '../../requests/pages/next-request.tsx';
import type { Dependencies } from '../../seats/dependencies.ts';
import { offeringRound } from '../../seats/offering-round.ts';
import { waitlistHasEnded } from '../../seats/waitlist.ts';
import { whyOf } from '../../selection/why-of.ts';
import { Fault } from '../../shared/errors.ts';
import type { Lang } from '../../shared/i18n.ts';
import { chosenOf } from '../../shared/pages/answers.ts';
import { check, decode, errorsOfWanted, type FieldError, type Typed } from '../../shared/pages/form.ts';
import { html, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { type Choice, twoActs } from '../../shared/pages/two-acts.tsx';
import type { Instant } from '../../shared/time.ts';
import { decideReconsideration, type ReconsiderationDecision } from '../decide-reconsideration.ts';
import { closedReconsiderationPage, officerForm, ReconsiderationOfficerPage } from './reconsideration-officer.tsx';

/** The pages of the officer who looks at a result again. */
export function reconsiderationPages(
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
      <ReconsiderationOfficerPage
        {...{ request, path, round, rank: place.rank, why, found, ended, typed, errors, lang }}
      />,
      { status: errors.length > 0 ? 422 : 200 },
    );
  };

  return {
    show: (held, { now, lang }) => view(held, now, { lang }),

    answer: async (held, { form: posted, lang, now }) => {
      const { place, round } = await load(held, now);
      const form = officerForm(round, place.rank);
      const typed = decode(form, posted);
      const { request, holder: by, path } = held;
      const shown = { place: [String(place.rank)] };
      const leaving = leavingDecision(held, form, typed, { form: posted, lang }, round, shown);
      if (leaving) return leaving;
      return twoActs(
        { form: posted, lang },
        {
          read: (shown) => readDecision(form, typed, shown),
          choose: (shown, errors) => view(held, now, { lang: shown, typed, errors }),
          confirm: (decision, shown) => {
            const rows = chosenOf(form, decision.outcome === 'GRANT' ? typed : { ...typed, place: [] }, shown);
            return confirmDecision({ request, path, round, rows, typed, lang: shown });
          },
          settle: async (decision) => {
            const given = { request: request.id, generation: request.generation, by, decision };
            const outcome = await decideReconsideration(deps, given, now);
            if (outcome === 'ended') return view(held, now, { lang, typed });
            return seeOther(outcome === 'decided' ? decidedPath(path) : path);
          },
        },
      );
    },

    closed: async (request, page) => {
      const { lang, form } = page;
      const by = request.settledBy ? await deps.people.get(request.settledBy) : undefined;
      const round = (await deps.rounds.current(request.context)) ?? {};
      const late = lateWords(request, officerForm(round, 1), form, lang);
      return closedReconsiderationPage(lang, request, by, { round, late, first: isJustDecided(page, request) });
    },
  };
}

/** What the officer decided, or what is missing for it: granting wants the place that is right. */
function readDecision(form: ReturnType<typeof officerForm>, typed: Typed, lang: Lang): Choice<ReconsiderationDecision> {
  const checked = check(form, typed, lang);
  if (!checked.ok) return { errors: checked.errors };
  const { outcome, reason, place } = checked.values;
  if (outcome === 'REFUSE') return { answer: { outcome, reason } };
  if (place !== undefined) return { answer: { outcome, reason, place } };
  return { errors: errorsOfWanted(form, 'place', typed, lang) };
}
