import { askForEnd } from '../../../functions/exits/ask-for-end.ts';
import { giveNotice } from '../../../functions/exits/give-notice.ts';
import { exitPaths as paths } from '../../../functions/exits/pages/exit-paths.ts';
import { exitWords as words } from '../../../functions/exits/pages/exit-words.ts';
import { warnStartup } from '../../../functions/exits/take-measure.ts';
import { staffPath } from '../../../functions/requests/request-link.ts';
import type { SignLink } from '../../../functions/shared/links.ts';
import { addDays, seoulDateOf } from '../../../functions/shared/time.ts';
import { silently } from '../../../local/demo/lab/admit.ts';
import type { Academy } from '../academy.ts';
import { deskOf } from '../desk/sign-in.ts';
import type { Typing, Visit } from '../pages/visits.ts';
import { browserOf, endingIn, storedResidency } from '../residency-events/stored-residencies.ts';
import { dayFields } from '../spaces/spaces-visits.ts';
import { labManager } from '../spaces/stored-spaces.ts';

const manager = 'kwon-dahye';

/** What ends a residency: a startup's own notice, a manager's decisions at the desk, and what the director confirms. */
export async function exitsVisits(at: Academy, typed: Typing, sign: SignLink): Promise<readonly Visit[]> {
  const { lang, reason } = typed;
  const resident = () => storedResidency(at, { firstDay: endingIn(at, 100), lang });
  const [{ residency }, { residency: leaving }] = [await resident(), await resident()];
  const today = seoulDateOf(at.now());
  const now = at.now();
  const { id } = residency;
  await warnStartup(at, { residency: id, by: manager, reason, shown: 0 }, now);
  await askForEnd(at, { residency: id, by: manager, reason, shown: 1 }, now);
  const lastDay = addDays(today, 40);
  const notice = { residency: leaving.id, by: 'startup', actor: 'applicant', lastDay, reason } as const;
  const quiet = silently(at);
  await giveNotice(quiet, notice, now);
  // No run goes on with it.
  const { changes, events } = await at.extending(leaving, { by: 'system:test', now });
  const [first, ...more] = events;
  if (first) await quiet.commit({ changes, events: [first, ...more] });
  const [asked] = (await at.requests.readable(await at.requests.ofSubject(id))).filter(
    ({ kind }) => kind === 'end-confirmation',
  );
  const director = asked && (await at.people.get(Object.values(asked.assignee)[0] ?? ''));
  if (!asked || !director) throw new Error('nobody is asked to confirm');
  const link = await staffPath({ sign, kinds: at.kinds }, asked, director);
  const [by, other] = [await deskOf(at, labManager, lang), await deskOf(at, 'sora.park@academy.example.kr', lang)];
  const [own, left] = [await browserOf(at, sign, residency, lang), await browserOf(at, sign, leaving, lang)];
  const soon = dayFields('day', addDays(today, 2));
  const day = dayFields('day', lastDay);
  const shown = '2';
  const application = id;
  return [
    { name: 'measures', path: paths.measures(id), by, status: 200, heading: words.measures },
    { name: 'measures-none', path: paths.measures(leaving.id), by, status: 200, heading: words.measures },
    { name: 'measures-no-role', path: paths.measures(id), by: other, status: 403, heading: words.managersOnly },
    { name: 'measures-unknown', path: paths.measures('S-27H1-0000-0000'), by, status: 404, heading: words.noResidency },
    { name: 'measure-warn', path: paths.warn(id), by, status: 200, heading: words.warn },
    { name: 'measure-warn-wrong', path: paths.warn(id), by, post: { shown }, status: 422, heading: words.warn },
    {
      name: 'measure-warn-confirm',
      path: paths.warn(id),
      by,
      post: { shown, reason },
      status: 200,
      heading: words.warnSure,
    },
    {
      name: 'measure-warn-late',
      path: paths.warn(id),
      by,
      post: { shown: '0', reason, confirm: 'yes' },
      status: 409,
      heading: words.warn,
    },
    { name: 'measure-notice', path: paths.notice(id), by, status: 200, heading: words.notice },
    {
      name: 'measure-notice-wrong',
      path: paths.notice(id),
      by,
      post: { shown, reason, ...soon },
      status: 422,
      heading: words.notice,
    },
    {
      name: 'measure-notice-confirm',
      path: paths.notice(id),
      by,
      post: { shown, reason, ...day },
      status: 200,
      heading: words.noticeSure,
    },
    { name: 'measure-end', path: paths.end(id), by, status: 200, heading: words.end },
    {
      name: 'measure-end-confirm',
      path: paths.end(id),
      by,
      post: { shown, reason },
      status: 200,
      heading: words.endSure,
    },
    {
      name: 'measure-end-asked',
      path: paths.end(id),
      by,
      post: { shown, reason, confirm: 'yes' },
      status: 409,
      heading: words.end,
    },
    { name: 'measure-withdraw', path: paths.withdraw(id, 'M1'), by, status: 200, heading: words.withdraw },
    {
      name: 'measure-withdraw-confirm',
      path: paths.withdraw(id, 'M1'),
      by,
      post: { reason },
      status: 200,
      heading: words.withdrawSure,
    },
    { name: 'measure-withdraw-none', path: paths.withdraw(id, 'M9'), by, status: 404, heading: words.noWarning },
    { name: 'end-confirmation', path: link, status: 200, heading: words.confirmTitle },
    {
      name: 'end-confirmation-wrong',
      path: link,
      post: { outcome: 'REFUSED' },
      status: 422,
      heading: words.confirmTitle,
    },
    {
      name: 'end-confirmation-confirm',
      path: link,
      post: { outcome: 'REFUSED', reason },
      status: 200,
      heading: words.confirmSure,
    },
    { name: 'own-notice', path: paths.ownNotice, by: own, status: 200, heading: words.ownNotice },
    {
      name: 'own-notice-wrong',
      path: paths.ownNotice,
      by: own,
      post: { application, ...soon },
      status: 422,
      heading: words.ownNotice,
    },
    {
      name: 'own-notice-confirm',
      path: paths.ownNotice,
      by: own,
      post: { application, reason, ...day },
      status: 200,
      heading: words.ownNoticeSure,
    },
    { name: 'own-notice-given', path: paths.ownNotice, by: left, status: 200, heading: words.ownNotice },
  ];
}
