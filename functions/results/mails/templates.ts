import type { ApplicantMail } from '../../applications/mails/applicant-frame.tsx';
import { applicantOf, applicationPath, type MailDependencies } from '../../applications/mails/templates.ts';
import { pointless, type Template, type TemplatesOf } from '../../outbox/send-mail.ts';
import type { PersonRequest } from '../../requests/request.ts';
import type { Dependencies } from '../../seats/dependencies.ts';
import { waitlistPosition } from '../../seats/waitlist.ts';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { reconsiderationAnsweredMail, reconsiderationReceivedMail } from './reconsideration-mails.tsx';

/** The mails to applicants about a reconsideration; what the request no longer says is not sent. */
export function reconsiderationTemplates(deps: MailDependencies & Pick<Dependencies, 'seats'>): TemplatesOf<'results'> {
  const about =
    (
      holds: (request: PersonRequest) => boolean,
      render: (given: ApplicantMail, request: PersonRequest) => Promise<RenderedMail> | RenderedMail,
    ): Template =>
    async (to, ids, now) => {
      const found = await applicantOf(deps, to.applicant);
      const request = await deps.requests.get(String(ids.request));
      if (!found?.to || !request) return pointless('there is nobody to write to');
      if (!holds(request)) return pointless('the request has moved on');
      if (found.round.cancelled) return pointless('the round is cancelled');
      const link = `${deps.baseUrl}${await applicationPath(deps, found.application)}`;
      return { kind: 'mail', to: found.to, mail: await render({ ...found, link, now }, request) };
    };
  const number = async ({ subject }: PersonRequest): Promise<number | undefined> =>
    (await waitlistPosition(deps, await deps.seats.place(subject)))?.number;
  return {
    'look-again-received': {
      class: 'receipt',
      prepare: about(({ state }) => state === 'OPEN', reconsiderationReceivedMail),
    },
    'look-again-refused': {
      class: 'decision',
      prepare: about(
        ({ outcome }) => outcome === 'REFUSE',
        (given, request) => reconsiderationAnsweredMail(given, request, undefined),
      ),
    },
    'look-again-granted': {
      class: 'decision',
      prepare: about(
        ({ outcome }) => outcome === 'GRANT',
        async (given, request) => reconsiderationAnsweredMail(given, request, await number(request)),
      ),
    },
  };
}
