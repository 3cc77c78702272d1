import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import { Fault } from '../../shared/errors.ts';
import type { Lang } from '../../shared/i18n.ts';
import { differing } from '../../shared/pages/both-words.tsx';
import { check, decode, type FieldError, type Typed } from '../../shared/pages/form.ts';
import {
  type Form,
  html,
  type PageRequest,
  type PageResponse,
  seeOther,
  switchedTo,
} from '../../shared/pages/request.ts';
import { goingTo } from '../../shared/pages/shown.ts';
import { leaving } from '../../shared/pages/unsaved.tsx';
import type { Accepting } from '../accepting.ts';
import { answerOffer } from '../answer-offer.ts';
import type { Dependencies } from '../dependencies.ts';
import { closedOfferPage } from './offer-closed.tsx';
import { checkEnrolment, declinePage, enrolmentPage } from './offer-form.ts';
import { DeclinePage, OfferPage } from './offer-page.tsx';

type Needed = Pick<Dependencies, 'admissions' | 'commit' | 'letters' | 'random' | 'requests' | 'rounds' | 'seats'> & {
  readonly accepting: Accepting;
};

/** The applicant's page for an offered seat: accepting asks for what enrolling needs, declining is asked once more. */
export function offerPages(deps: Needed): RequestKind {
  const roundOf = async ({ request }: Held) => {
    const round = await deps.rounds.current(request.context);
    if (!round?.admission) throw new Fault('RoundMissing', { round: request.context });
    return { round, rules: round.admission.offer };
  };

  const offer = async (held: Held, lang: Lang, typed: Typed, errors: readonly FieldError[]): Promise<PageResponse> => {
    const { round, rules } = await roundOf(held);
    const { request, path } = held;
    const page = enrolmentPage(rules);
    return html(<OfferPage {...{ request, path, round, page, typed, errors, lang }} />, {
      status: errors.length > 0 ? 422 : 200,
    });
  };

  const declining = async (
    held: Held,
    lang: Lang,
    form: Form,
    typed: Typed,
    errors: readonly FieldError[],
  ): Promise<PageResponse> => {
    const { round, rules } = await roundOf(held);
    const { request, path } = held;
    const toAccept = decode(enrolmentPage(rules), form);
    return html(<DeclinePage {...{ request, path, round, typed, toAccept, errors, lang }} />, {
      status: errors.length > 0 ? 422 : 200,
    });
  };

  const accept = async (held: Held, { form, lang, now }: PageRequest): Promise<PageResponse> => {
    const { round, rules } = await roundOf(held);
    const typed = decode(enrolmentPage(rules), form);
    const left = leavingOffer(held, form, { lang, pages: [enrolmentPage(rules)], typed, contact: round.contact });
    if (left) return left;
    const switched = switchedTo(form);
    if (switched) return offer(held, switched, typed, []);
    const checked = checkEnrolment(rules, typed, lang);
    if (!checked.ok) return offer(held, lang, typed, checked.errors);
    const enrolment = { ...checked.enrolment, roundVersion: round.version };
    await answerOffer(
      deps,
      { request: held.request.id, generation: held.request.generation, answer: { outcome: 'ACCEPT', enrolment } },
      now,
    );
    return seeOther(held.path);
  };

  const decline = async (held: Held, { form, lang, now }: PageRequest): Promise<PageResponse> => {
    const { rules } = await roundOf(held);
    const typed = decode(declinePage, form);
    const toAccept = decode(enrolmentPage(rules), form);
    const switched = switchedTo(form);
    const isBack = goingTo(form) !== undefined && !switched;
    if (isBack && differing(declinePage, typed, {}).length === 0) return offer(held, lang, toAccept, []);
    const hidden = { answer: 'decline-confirmed' };
    const pages = [declinePage, enrolmentPage(rules)];
    const left = leavingOffer(held, form, { lang, pages, typed: { ...toAccept, ...typed }, hidden });
    if (left) return left;
    if (switched) return declining(held, switched, form, typed, []);
    const checked = check(declinePage, typed, lang);
    if (!checked.ok) return declining(held, lang, form, typed, checked.errors);
    const { reason } = checked.values;
    await answerOffer(
      deps,
      { request: held.request.id, generation: held.request.generation, answer: { outcome: 'DECLINE', reason } },
      now,
    );
    return seeOther(held.path);
  };

  /** What a cancelled round says of its offers, before its run has come to them. */
  const cancelled = async ({ request }: Held, lang: Lang): Promise<PageResponse | undefined> => {
    const round = await deps.rounds.current(request.context);
    return round?.cancelled && closedOfferPage(lang, { request: { ...request, outcome: 'CANCELLED' }, round });
  };

  return {
    show: async (held, { lang }) => (await cancelled(held, lang)) ?? offer(held, lang, {}, []),
    answer: async (held, request) => {
      const over = await cancelled(held, request.lang);
      if (over) return over;
      switch (request.form.get('answer')?.at(-1)) {
        case 'decline':
          return declining(held, request.lang, request.form, {}, []);
        case 'decline-confirmed':
          return decline(held, request);
        default:
          return accept(held, request);
      }
    },
    closed: async (request, { lang }) => {
      const [place, round] = await Promise.all([
        deps.seats.place(request.subject),
        deps.rounds.current(request.context),
      ]);
      return closedOfferPage(lang, { request, place, round });
    },
  };
}

/** For who leaves one of the forms of an offer. */
const leavingOffer = (
  { path }: Held,
  form: Form,
  given: Omit<Parameters<typeof leaving>[1], 'action' | 'to'>,
): PageResponse | undefined => leaving(form, { ...given, action: path, to: path });
