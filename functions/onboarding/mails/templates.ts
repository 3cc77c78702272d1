import { applicantOf, applicationPath, type MailDependencies } from '../../applications/mails/templates.ts';
import { type Prepared, pointless, type Template, type TemplatesOf } from '../../outbox/send-mail.ts';
import { requestPath } from '../../requests/request-link.ts';
import { ownPage } from '../../residencies/own-page.ts';
import type { Residency } from '../../residencies/residency.ts';
import { leadingOn } from '../../shared/pages/onward.ts';
import { spaceOf } from '../ask-space.ts';
import { type AskedDocument, documentsOf, lackingIn, notAcceptedIn } from '../asked-documents.ts';
import { rulesOf } from '../case.ts';
import type { Dependencies } from '../dependencies.ts';
import { documentsMail, endedMail, hasSpaceMail } from './onboarding-mails.tsx';

type Needed = MailDependencies & Pick<Dependencies, 'documents' | 'residencies' | 'spaces'>;

/** The mails to startups before they move in, each made of the truth of the moment; what no longer holds is not sent. */
export function onboardingTemplates(deps: Needed): TemplatesOf<'onboarding'> {
  const documents =
    (why: 'asked' | 'reminder'): Template =>
    async (to, ids, now): Promise<Prepared> => {
      const id = typeof ids.request === 'string' ? ids.request : ids.requests?.[0];
      const request = id ? await deps.requests.get(id) : undefined;
      const found = await applicantOf(deps, to.applicant);
      const residency = request && (await deps.residencies.get(request.subject));
      if (!found?.to || !request || !residency) return pointless('there is nobody to write to');
      if (request.state !== 'OPEN') return pointless('the request is settled');
      const { onboarding } = await rulesOf(deps, residency);
      const all = await documentsOf(deps, onboarding, residency);
      const left = residency.asks > 1 || why === 'reminder' ? lackingIn(all) : all;
      const link = `${deps.baseUrl}${await requestPath(deps, request, to)}?lang=${found.application.lang}`;
      const shown = left.length > 0 ? left : all;
      return {
        kind: 'mail',
        to: found.to,
        mail: documentsMail({ ...found, link, now }, { residency, documents: shown, why }),
      };
    };

  const whyEnded = async (residency: Residency): Promise<readonly AskedDocument[] | 'unsigned'> => {
    if (residency.documentsAcceptedAt) return 'unsigned';
    const { onboarding } = await rulesOf(deps, residency);
    return notAcceptedIn(await documentsOf(deps, onboarding, residency));
  };
  const about =
    (state: 'NOT_BEGUN' | 'ONBOARDING' | 'RESIDENT'): Template =>
    async (to, _ids, now): Promise<Prepared> => {
      const found = await applicantOf(deps, to.applicant);
      const residency = to.applicant === undefined ? undefined : await deps.residencies.get(to.applicant);
      if (!found?.to || !residency) return pointless('there is nobody to write to');
      if (residency.state !== state) return pointless('the residency has moved on');
      const on = state === 'NOT_BEGUN' ? undefined : ownPage;
      const link = `${deps.baseUrl}${leadingOn(await applicationPath(deps, found.application), on)}`;
      const given = { ...found, link, now };
      if (state === 'NOT_BEGUN') {
        return { kind: 'mail', to: found.to, mail: endedMail(given, await whyEnded(residency)) };
      }
      const space = await spaceOf(deps, residency, now);
      const says = state === 'ONBOARDING' ? 'allotted' : 'begun';
      return { kind: 'mail', to: found.to, mail: hasSpaceMail(given, says, { residency, space }) };
    };

  return {
    'onboarding-documents-asked': { class: 'decision', prepare: documents('asked') },
    'onboarding-documents-reminder': { class: 'reminder', prepare: documents('reminder') },
    'onboarding-ended': { class: 'decision', prepare: about('NOT_BEGUN') },
    'onboarding-space-allotted': { class: 'decision', prepare: about('ONBOARDING') },
    'residency-begun': { class: 'decision', prepare: about('RESIDENT') },
  };
}
