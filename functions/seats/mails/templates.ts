import type { Application } from '../../applications/application.ts';
import type { ApplicantMail } from '../../applications/mails/applicant-frame.tsx';
import {
  type MailDependencies as ApplicationMails,
  applicantOf,
  applicationPath,
} from '../../applications/mails/templates.ts';
import { type Prepared, pointless, type Template, type TemplatesOf } from '../../outbox/send-mail.ts';
import type { PersonRequest } from '../../requests/request.ts';
import { requestPath } from '../../requests/request-link.ts';
import { calendarOf } from '../../rounds/calendar.ts';
import { offersEnd } from '../../rounds/own-dates.ts';
import { whatIsTaken } from '../../rounds/what-is-taken.ts';
import type { Admission } from '../../selection/admission.ts';
import { whyOf } from '../../selection/why-of.ts';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { businessDayEnd, type Instant } from '../../shared/time.ts';
import type { Dependencies } from '../dependencies.ts';
import { offeringRound } from '../offering-round.ts';
import type { Place } from '../place.ts';
import { waitlistPosition } from '../waitlist.ts';
import * as mails from './seat-mails.tsx';

type MailDependencies = ApplicationMails & Pick<Dependencies, 'admissions' | 'seats'>;
type Ids = Parameters<Template>[1];

/** The mails about seats and the waitlist, each made of the truth of the moment; what no longer holds is not sent. */
export function seatTemplates(deps: MailDependencies): TemplatesOf<'seats'> {
  /** A mail to who has a place in one of the states. */
  const about =
    (
      states: readonly Place['state'][],
      render: (given: ApplicantMail, place: Place) => Promise<RenderedMail | undefined> | RenderedMail,
      calendar?: (given: ApplicantMail) => Promise<string | undefined>,
    ): Template =>
    async (to, _ids, now) => {
      const given = await givenTo(deps, to, now);
      if (!given) return pointless('there is nobody to write to');
      if (given.round.cancelled) return pointless('the round is cancelled');
      const place = await deps.seats.place(given.application.reference);
      const mail = place && states.includes(place.state) ? await render(given, place) : undefined;
      return mail
        ? { kind: 'mail', to: given.to, mail, calendar: await calendar?.(given) }
        : pointless('the place has moved on');
    };

  /** A mail that asks for the answer to an open offer. */
  const offer =
    (why: 'first' | 'reminder'): Template =>
    async (to, ids, now): Promise<Prepared> => {
      const request = await requestOf(deps, ids);
      const given = await givenTo(deps, to, now);
      if (!given || !request || !to.applicant) return pointless('there is nobody to write to');
      if (request.state !== 'OPEN' || given.round.cancelled) return pointless('the offer no longer holds');
      const place = await deps.seats.place(request.subject);
      const text = place?.waitlistNumber === undefined ? 'offered' : 'offeredNext';
      const link = `${deps.baseUrl}${await requestPath(deps, request, to)}?lang=${given.application.lang}`;
      const mail = mails.offerMail({ ...given, link }, request, why === 'first' ? text : 'reminder');
      return { kind: 'mail', to: given.to, mail };
    };

  const released = async ({ application }: ApplicantMail): Promise<Admission | undefined> => {
    const admission = await deps.admissions.get(application.roundId);
    return admission?.releasedAt ? admission : undefined;
  };

  return {
    'seat-offered': { class: 'decision', prepare: offer('first') },
    'offer-reminder': { class: 'reminder', prepare: offer('reminder') },
    'offer-lapsed': { class: 'decision', prepare: about(['LAPSED'], (given) => mails.endedOfferMail(given, 'lapsed')) },
    'seat-declined': {
      class: 'receipt',
      prepare: about(['DECLINED'], (given) => mails.endedOfferMail(given, 'declined')),
    },
    'seat-accepted': {
      class: 'receipt',
      prepare: about(['ACCEPTED'], mails.acceptedSeatMail, async ({ application, round, now }) =>
        whatIsTaken(round) === 'course' ? calendarOf(round, application.lang, now) : undefined,
      ),
    },
    'seat-given-back': {
      class: 'receipt',
      prepare: async (to, _ids, now) => {
        const given = await givenTo(deps, to, now);
        return given?.application.state === 'WITHDRAWN'
          ? { kind: 'mail', to: given.to, mail: mails.givenBackMail(given) }
          : pointless('the application has moved on');
      },
    },
    waitlisted: {
      class: 'mass',
      prepare: about(['WAITING'], async (given, place) => {
        const admission = await released(given);
        const position = await waitlistPosition(deps, place);
        if (!admission || !position) return undefined;
        const { rules } = await offeringRound(deps, admission);
        return mails.waitlistedMail(given, {
          number: position.number,
          until: offersEnd(rules.offer),
          why: await whyOf(deps, place),
        });
      }),
    },
    'not-selected': {
      class: 'mass',
      prepare: about(['NOT_SELECTED'], async (given, place) => {
        const admission = await released(given);
        if (!admission?.releasedAt) return undefined;
        const { rules } = await offeringRound(deps, admission);
        return mails.notSelectedMail(given, {
          until: businessDayEnd(admission.releasedAt, rules.lookAgain.within),
          why: await whyOf(deps, place),
        });
      }),
    },
  };
}

/** What every mail to an applicant is made of, and the address. */
async function givenTo(
  deps: MailDependencies,
  to: Parameters<Template>[0],
  now: Instant,
): Promise<(ApplicantMail & { readonly to: string; readonly application: Application }) | undefined> {
  const found = await applicantOf(deps, to.applicant);
  if (!found?.to) return undefined;
  return { ...found, to: found.to, link: `${deps.baseUrl}${await applicationPath(deps, found.application)}`, now };
}

async function requestOf({ requests }: MailDependencies, ids: Ids): Promise<PersonRequest | undefined> {
  const id = typeof ids.request === 'string' ? ids.request : [ids.requests ?? []].flat()[0];
  return id ? requests.get(id) : undefined;
}
