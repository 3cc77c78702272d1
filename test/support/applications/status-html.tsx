import { type Application, newApplication } from '../../../functions/applications/application.ts';
import { StatusPage } from '../../../functions/applications/pages/status.tsx';
import { html } from '../../../functions/shared/pages/request.ts';
import type { Instant } from '../../../functions/shared/time.ts';
import { toldAcademy } from '../../functions/rounds/academy.ts';

/** The status page of somebody in the selection whose results are not out. */
export function statusHtml(now: Instant): string {
  const round = toldAcademy();
  const { id: roundId, closesAt } = round;
  const given = { reference: 'A-27H1-7K3Q-9MX4', roundId, roundVersion: 1, lang: 'ko', now, closesAt } as const;
  const application: Application = {
    ...newApplication({ ...given, email: 'one@example.com' }),
    state: 'ACCEPTED',
    version: 1,
  };
  return html(<StatusPage {...{ application, round, request: undefined, now }} lang="ko" />).body;
}
