import { copySlot, sendCopy } from '../../../functions/agreements/copies.ts';
import { draftAgreement, renewAgreement } from '../../../functions/agreements/draft-agreement.ts';
import { refuseAgreement, withdrawAgreement } from '../../../functions/agreements/end-agreement.ts';
import type { AgreementData } from '../../../functions/agreements/owners.ts';
import { signAgreement } from '../../../functions/agreements/sign-agreement.ts';
import { fileSchema } from '../../../functions/documents/document.ts';
import { requestPath, staffPath } from '../../../functions/requests/request-link.ts';
import type { SignLink } from '../../../functions/shared/links.ts';
import { newId } from '../../../functions/shared/random.ts';
import type { Academy } from '../academy.ts';
import { fontsInPackages } from '../fonts.ts';
import type { Typing, Visit } from '../pages/visits.ts';
import { visitor } from '../visitor.ts';
import { agreementData, firmsThatSign } from './agreement-owner.ts';

const director = { id: 'han-jiyoon', name: '한지윤' };
const title = { ko: '서울 핀테크랩 입주 계약서', en: 'Seoul Fintech Lab residency agreement' };
const same = (text: string) => ({ ko: text, en: text });

let made = 0;

/** Every state of the pages on which an agreement is read, signed, refused, sent as a copy, and checked. */
export async function agreementsVisits(at: Academy, typed: Typing, sign: SignLink): Promise<readonly Visit[]> {
  const { lang } = typed;
  const firms = firmsThatSign();
  const deps = { ...at, agreementOwners: firms.owners, fonts: fontsInPackages, baseUrl: at.baseUrl };

  const drafted = async (): Promise<{
    readonly agreement: string;
    readonly firm: string;
    readonly data: AgreementData;
  }> => {
    made += 1;
    const firm = `V-${process.pid}-${made}`;
    const usual = agreementData(director.id, at.now());
    const data: AgreementData = {
      ...usual,
      values: { ...usual.values, company: same('HanaPay') },
      signers: [
        { id: 'company', party: 'HanaPay', name: 'Hana Kim', email: `${firm.toLowerCase()}@firm.example`, lang },
        { id: 'lab', party: 'FintechLab', person: director.id },
      ],
    };
    firms.cases.set(firm, data);
    const outcome = await draftAgreement(deps, { owner: `firm#${firm}`, by: 'operator:test' }, at.now());
    if (outcome.kind !== 'drafted') throw new Error(outcome.kind);
    return { agreement: outcome.agreement, firm, data };
  };
  const presentOf = async (agreement: string) => {
    const version = (await at.agreements.get(agreement))?.versions.at(-1);
    if (!version) throw new Error(`there is no ${agreement}`);
    return version;
  };
  const pathTo = async (agreement: string): Promise<string> => {
    const request = await at.requests.get((await presentOf(agreement)).request ?? '');
    if (!request) throw new Error(`nobody is asked to sign ${agreement}`);
    const person = request.assignee.person === undefined ? undefined : await at.people.get(request.assignee.person);
    const linking = { sign, kinds: at.kinds };
    return person
      ? staffPath(linking, request, person)
      : requestPath(linking, request, { signer: `${agreement}/company` });
  };
  const signNow = async (agreement: string, name: string) => {
    const { request = '', sha256 } = await presentOf(agreement);
    const outcome = await signAgreement(deps, { request, generation: 1, name, sha256, code: 'c' }, at.now());
    if (outcome.kind !== 'signed') throw new Error(outcome.kind);
  };
  const renew = (agreement: string) =>
    renewAgreement(deps, { agreement, by: 'operator:test', why: typed.reason }, at.now());

  const first = await drafted();
  const open = await pathTo(first.agreement);
  const { sha256 } = await presentOf(first.agreement);
  const name = { name: 'Hana Kim', intent: 'yes', method: 'yes', text: sha256 };

  const signing = await drafted();
  const waiting = await pathTo(signing.agreement);
  await signNow(signing.agreement, 'Hana Kim');
  const countersign = await pathTo(signing.agreement);

  const whole = await drafted();
  const done = await pathTo(whole.agreement);
  await signNow(whole.agreement, 'Hana Kim');
  await signNow(whole.agreement, director.name);
  const signed = await presentOf(whole.agreement);

  const renewed = await drafted();
  const before = await pathTo(renewed.agreement);
  await signNow(renewed.agreement, 'Hana Kim');
  firms.cases.set(renewed.firm, { ...renewed.data, values: { ...renewed.data.values, desks: same('6') } });
  await renew(renewed.agreement);
  const again = await pathTo(renewed.agreement);

  const refused = await drafted();
  const refusing = await pathTo(refused.agreement);
  const { request = '' } = await presentOf(refused.agreement);
  await refuseAgreement(deps, { request, generation: 1, reason: typed.reason, by: 'signer:x' }, at.now());

  const taken = await drafted();
  const withdrawn = await pathTo(taken.agreement);
  await withdrawAgreement(deps, { agreement: taken.agreement, by: 'operator:test' }, at.now());

  const elsewhere = await drafted();
  const sending = await pathTo(elsewhere.agreement);
  await putCopy(at, elsewhere.agreement);
  const asked = (await presentOf(elsewhere.agreement)).request ?? '';
  await sendCopy(deps, { request: asked, generation: 1, by: 'signer:x' }, at.now());
  const copy = await pathTo(elsewhere.agreement);

  const browser = visitor(at.baseUrl, { lang });
  const verify = '/agreements/verify';
  const checking = { ko: '서명된 사본 확인', en: 'Check a copy of an agreement' };
  const refuse = { ko: '서명하지 않기', en: 'Refuse to sign' };
  const copyTitle = { ko: '서명한 사본 확인', en: 'Check the copy of a signed agreement' };
  const other = { ko: '다른 방법으로 서명한 사본', en: 'A copy signed in another way' };
  return [
    { name: 'agreement', path: open, status: 200, heading: title },
    { name: 'agreement-errors', path: open, post: { text: sha256, name: 'Somebody' }, status: 422, heading: title },
    { name: 'agreement-other-text', path: open, post: { ...name, text: 'f'.repeat(64) }, status: 409, heading: title },
    {
      name: 'agreement-code',
      path: open,
      by: browser,
      post: name,
      status: 200,
      heading: { ko: '인증 번호를 입력하시면 서명됩니다', en: 'Enter the code to sign' },
    },
    { name: 'agreement-refuse', path: `${open}/refuse`, status: 200, heading: refuse },
    { name: 'agreement-refuse-errors', path: `${open}/refuse`, post: { reason: '' }, status: 422, heading: refuse },
    {
      name: 'agreement-refuse-confirm',
      path: `${open}/refuse`,
      post: { reason: typed.reason },
      status: 200,
      heading: { ko: '서명하지 않으시겠습니까?', en: 'Do you refuse to sign?' },
    },
    { name: 'agreement-elsewhere', path: `${open}/elsewhere`, post: { step: 'send' }, status: 409, heading: other },
    { name: 'agreement-signed', path: waiting, status: 200, heading: { ko: '서명하셨습니다', en: 'You have signed' } },
    { name: 'agreement-countersign', path: countersign, status: 200, heading: title },
    {
      name: 'agreement-in-force',
      path: done,
      status: 200,
      heading: { ko: '계약이 성립했습니다', en: 'The agreement is in force' },
    },
    { name: 'agreement-again', path: again, status: 200, heading: title },
    {
      name: 'agreement-replaced',
      path: before,
      status: 200,
      heading: { ko: '새 판으로 바뀐 계약입니다', en: 'This agreement was replaced' },
    },
    {
      name: 'agreement-refused',
      path: refusing,
      status: 200,
      heading: { ko: '서명하지 않기로 한 계약입니다', en: 'This agreement was refused' },
    },
    {
      name: 'agreement-withdrawn',
      path: withdrawn,
      status: 200,
      heading: { ko: '서명 요청이 취소되었습니다', en: 'You no longer need to sign this' },
    },
    {
      name: 'agreement-copy-sent',
      path: sending,
      status: 200,
      heading: { ko: '사본을 확인하고 있습니다', en: 'We are checking the copy' },
    },
    { name: 'agreement-copy', path: copy, status: 200, heading: copyTitle },
    { name: 'agreement-copy-errors', path: copy, post: { outcome: 'RETURN' }, status: 422, heading: copyTitle },
    { name: 'agreement-verify', path: verify, status: 200, heading: checking },
    { name: 'agreement-verify-errors', path: verify, post: { value: '123' }, status: 422, heading: checking },
    { name: 'agreement-verify-unknown', path: verify, post: { value: '0'.repeat(64) }, status: 200, heading: checking },
    {
      name: 'agreement-verify-valid',
      path: verify,
      post: { value: signed.signedSha256 ?? '' },
      status: 200,
      heading: checking,
    },
    { name: 'agreement-verify-text', path: verify, post: { value: sha256 }, status: 200, heading: checking },
  ];
}

/** A copy as the check of documents leaves it: clean, and not decided on. */
async function putCopy(at: Academy, agreement: string): Promise<void> {
  const id = newId(at.random);
  const file = fileSchema.parse({
    id,
    number: 1,
    state: 'CLEAN',
    begunAt: at.now(),
    by: `signer:${agreement}/company`,
    until: at.now(),
    formats: ['pdf'],
    name: 'signed.pdf',
    format: 'pdf',
    bytes: 1000,
    sha256: `${id}${id}`,
  });
  const next = { owner: `agreement#${agreement}`, slot: copySlot({ number: 1 }).id, revision: 1, files: [file] };
  await at.commit({
    changes: [at.documents.save(next, undefined)],
    events: [{ subject: agreement, type: 'MadeByTest', by: 'operator:test', at: at.now() }],
  });
}
