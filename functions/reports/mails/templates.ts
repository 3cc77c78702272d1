import { applicantOf, type MailDependencies } from '../../applications/mails/templates.ts';
import { type Prepared, pointless, type Template, type TemplatesOf } from '../../outbox/send-mail.ts';
import { requestPath } from '../../requests/request-link.ts';
import type { Dependencies } from '../dependencies.ts';
import { deskReportPaths, ownReportPaths } from '../pages/reports-paths.ts';
import { quarterIn } from '../report.ts';
import { reportCase } from '../send-report.ts';
import { lateReportMail, reportMail, reportSentMail } from './report-mails.tsx';

type Needed = MailDependencies & Pick<Dependencies, 'residencies' | 'residencyEvents'>;

/** The mails about reports, each made of the truth of the moment; what no longer holds is not sent. */
export function reportTemplates(deps: Needed): TemplatesOf<'reports'> {
  const openReport = async (id: string | undefined) => {
    const request = id === undefined ? undefined : await deps.requests.get(id);
    const found = request?.state === 'OPEN' ? await reportCase(deps, request.subject) : undefined;
    return request && found && { request, ...found };
  };

  const asking =
    (why: 'asked' | 'reminder'): Template =>
    async (to, ids, now): Promise<Prepared> => {
      const id = typeof ids.request === 'string' ? ids.request : ids.requests?.[0];
      const applicant = await applicantOf(deps, to.applicant);
      if (!applicant?.to) return pointless('there is nobody to write to');
      const open = await openReport(id);
      if (!open) return pointless('the request is settled');
      const path = await requestPath(deps, open.request, to);
      const link = `${deps.baseUrl}${path}?lang=${applicant.application.lang}`;
      return { kind: 'mail', to: applicant.to, mail: reportMail({ ...applicant, link, now }, open.event, why) };
    };

  return {
    'report-asked': { class: 'decision', prepare: asking('asked') },
    'report-reminder': { class: 'reminder', prepare: asking('reminder') },
    'report-late': {
      class: 'reminder',
      prepare: async (to, ids) => {
        const person = to.person === undefined ? undefined : await deps.people.get(to.person);
        if (!person?.roles.includes('lab-manager')) return pointless('the person looks after the Lab no more');
        const open = await openReport(typeof ids.request === 'string' ? ids.request : undefined);
        if (!open) return pointless('the request is settled');
        const { event, residency } = open;
        const round = await deps.rounds.current(residency.roundId);
        if (!round) return pointless('the round is gone');
        const link = `${deps.baseUrl}${deskReportPaths.list}`;
        return { kind: 'mail', to: person.email, mail: lateReportMail(person, { event, residency, round, link }) };
      },
    },
    'report-sent': {
      class: 'receipt',
      prepare: async (to, ids, now) => {
        const applicant = await applicantOf(deps, to.applicant);
        if (!applicant?.to) return pointless('there is nobody to write to');
        const found = await reportCase(deps, String(ids.event));
        if (!found || found.event.report.erasedAt) return pointless('the report is gone');
        const { event } = found;
        const { lang } = applicant.application;
        const link = `${deps.baseUrl}${ownReportPaths.report(quarterIn(event))}?lang=${lang}`;
        const mail = reportSentMail({ ...applicant, link, now }, event, Number(ids.version));
        return { kind: 'mail', to: applicant.to, mail };
      },
    },
  };
}
