import { holdClaim } from '../../../functions/claims/hold-claim.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import type { Academy } from '../academy.ts';
import { decidedAlready, type Typing, type Visit } from '../pages/visits.ts';
import { decideProved, putProof, sentUnproved } from '../second-factor/proved.ts';
import { visitor } from '../visitor.ts';
import { asTaught, claimLink, draftedClaim, finance, manager, untilClaim } from './claims.ts';

const title = { ko: '강의 내역 확인', en: 'Check your lessons' };
const managerTitle = { ko: '강사료 확인', en: 'Check a lecturer’s pay' };
const financeTitle = { ko: '강사료 지급 승인', en: 'Approve a lecturer’s pay' };
const sure = { ko: '이렇게 결정하시겠습니까?', en: 'Is this your decision?' };

/** The lecturer's page empty, wrong, confirmed and after; those of the manager and of finance with all that they warn of. */
export async function claimsVisits(at: Academy, typed: Typing): Promise<Visit[]> {
  const { lang } = typed;
  const browser = visitor(at.baseUrl, { lang });
  const row = {
    name: lang === 'ko' ? '김하온' : 'Haon Kim',
    lang,
    institution: lang === 'ko' ? '가온은행' : 'Gaon Bank',
  };
  const answered = async (reserved = 5_000_000): Promise<string> => {
    const { id, lecturer } = await draftedClaim(at, { ...row, reserved });
    const path = await claimLink(at, id, 'wage-claim', lecturer.email);
    await browser.post(path, { ...asTaught(), confirm: 'yes' });
    return id;
  };
  const decided = async (id: string, kind: 'wage-manager' | 'wage-finance', fields: Record<string, string>) => {
    const path = await claimLink(at, id, kind, kind === 'wage-manager' ? manager : finance);
    const claim = await untilClaim(at, id, kind === 'wage-manager' ? 'CHECKED' : 'MANAGER_APPROVED');
    await decideProved(at, browser, path, { ...fields, revision: String(claim.revision) });
    return path;
  };
  const revisionOf = async (id: string): Promise<string> => String((await at.claims.get(id))?.revision);

  const open = await draftedClaim(at, { ...row, days: 2 });
  const path = await claimLink(at, open.id, 'wage-claim', open.lecturer.email);
  const other = { 'taught-L01': 'OTHER', 'taught-L02': 'NOT' };

  const checked = await answered();
  const managerPath = await claimLink(at, checked, 'wage-manager', manager);
  const held = await answered();
  const heldPath = await claimLink(at, held, 'wage-manager', manager);
  await holdClaim(at, { claim: held, by: 'operator:test', reason: typed.reason }, at.now());

  const returned = await answered();
  const returnedPath = await decided(returned, 'wage-manager', { outcome: 'RETURN', question: typed.question });
  const again = (await at.claims.get(returned))?.lecturer ?? '';
  const againPath = await claimLink(at, returned, 'wage-claim', (await at.lecturers.get(again))?.email ?? '');

  const short = await answered(0);
  await decided(short, 'wage-manager', { outcome: 'APPROVE' });
  const financePath = await claimLink(at, short, 'wage-finance', finance);
  const approved = await answered();
  await decided(approved, 'wage-manager', { outcome: 'APPROVE' });
  const approvedPath = await decided(approved, 'wage-finance', { outcome: 'APPROVE' });

  const proved = await answered();
  const provedPath = await claimLink(at, proved, 'wage-manager', manager);
  const refusal = { outcome: 'REFUSE', reason: typed.reason, revision: await revisionOf(proved) };
  const { proving } = await sentUnproved(browser, provedPath, refusal);
  // Good for as long as the page is looked at.
  if (proving) await putProof(at, proving.decision, addMinutes(at.now(), 6 * 60));

  return [
    { name: 'wage-claim', path, status: 200, heading: title },
    { name: 'wage-claim-errors', path, post: other, status: 422, heading: title },
    {
      name: 'wage-claim-confirm',
      path,
      post: { ...other, 'hours-L01': '19:00-20:30', reason: typed.reply },
      status: 200,
      heading: { ko: '이 내용으로 보내시겠습니까?', en: 'Is this what you want to send?' },
    },
    { name: 'wage-claim-question', path: againPath, status: 200, heading: title },
    { name: 'wage-manager', path: managerPath, status: 200, heading: managerTitle },
    {
      name: 'wage-manager-errors',
      path: managerPath,
      post: { outcome: 'REFUSE', revision: await revisionOf(checked) },
      status: 422,
      heading: managerTitle,
    },
    {
      name: 'wage-manager-confirm',
      path: managerPath,
      post: { outcome: 'REFUSE', reason: typed.reason, revision: await revisionOf(checked) },
      status: 200,
      heading: sure,
    },
    { name: 'wage-manager-proved', path: proving?.back ?? '', status: 200, heading: sure },
    {
      name: 'wage-manager-changed',
      path: managerPath,
      post: { outcome: 'APPROVE' },
      status: 409,
      heading: managerTitle,
    },
    {
      name: 'wage-finance-hand-over',
      path: `${financePath}/hand-over`,
      status: 200,
      heading: { ko: '다른 담당자에게 넘기기', en: 'Hand it over to a colleague' },
    },
    {
      name: 'wage-manager-extras',
      path: `${managerPath}/extras`,
      status: 200,
      heading: { ko: '원고료·교통비 변경', en: 'Change manuscript or travel' },
    },
    {
      name: 'wage-manager-extras-errors',
      path: `${managerPath}/extras`,
      post: { kind: 'travel', amount: 'x', revision: await revisionOf(checked) },
      status: 422,
      heading: { ko: '원고료·교통비 변경', en: 'Change manuscript or travel' },
    },
    { name: 'wage-manager-held', path: heldPath, status: 200, heading: managerTitle },
    { name: 'wage-manager-decided', path: returnedPath, status: 200, heading: decidedAlready },
    { name: 'wage-finance', path: financePath, status: 200, heading: financeTitle },
    {
      name: 'wage-finance-short',
      path: financePath,
      post: { outcome: 'APPROVE', revision: await revisionOf(short) },
      status: 422,
      heading: financeTitle,
    },
    { name: 'wage-finance-decided', path: approvedPath, status: 200, heading: decidedAlready },
  ];
}
