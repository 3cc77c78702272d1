import { beforeAll, describe, expect, it } from 'vitest';
import { draftAgreement } from '../../functions/agreements/draft-agreement.ts';
import { signAgreement } from '../../functions/agreements/sign-agreement.ts';
import { sha256Hex } from '../../functions/shared/sha256.ts';
import { agreementData, firmsThatSign } from '../support/agreements/agreement-owner.ts';
import { codeIn, mailsTo, mailTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import { fontsInPackages } from '../support/fonts.ts';
import { visitor } from '../support/visitor.ts';

/* What may become of agreements in which order is tried in the process: test/functions/agreements/. */

const director = { id: 'han-jiyoon', name: '한지윤', email: 'jiyoon.han@academy.example.kr' };
const firms = firmsThatSign();

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

const deps = () => ({ ...at, agreementOwners: firms.owners, fonts: fontsInPackages, baseUrl: at.baseUrl });

/** A firm of this test alone, that is asked to sign: the link as the dispatcher mailed it. */
async function asked(name: string) {
  const id = `${name}-${process.pid}`;
  const email = `${id}@firm.example`;
  const data = agreementData(director.id, at.now());
  const signers = data.signers.map((signer) => (signer.person === undefined ? { ...signer, email } : signer));
  firms.cases.set(id, { ...data, signers });
  const drafted = await draftAgreement(deps(), { owner: `firm#${id}`, by: 'operator:test' }, at.now());
  if (drafted.kind !== 'drafted') throw new Error(drafted.kind);
  return { agreement: drafted.agreement, email, path: await linkTo(email, drafted.agreement) };
}

/** The link to the open request of an agreement, of the last mail that has it. */
const linkTo = (address: string, agreement: string): Promise<string> =>
  eventually(`the link to sign ${agreement}`, async () => {
    const request = (await at.agreements.get(agreement))?.versions.at(-1)?.request;
    const path = new RegExp(`/r/agreements/${request}/[\\w-]{43}`, 'u');
    return (await mailsTo(at, address)).map(({ text }) => path.exec(text)?.[0]).find((found) => found !== undefined);
  });

const present = async (agreement: string) => {
  const version = (await at.agreements.get(agreement))?.versions.at(-1);
  if (!version) throw new Error(`there is no ${agreement}`);
  return version;
};

const signNow = async (agreement: string, name: string) => {
  const { request = '', sha256 } = await present(agreement);
  return signAgreement(deps(), { request, generation: 1, name, sha256, code: 'of the test' }, at.now());
};

describe('an agreement', () => {
  it('is read behind its mailed link, asks for the code of a mail, and comes signed to both, to be checked by anybody', async () => {
    const { agreement, email, path } = await asked('good');
    const browser = visitor(at.baseUrl, { lang: 'ko' });
    expect((await browser.get(path)).text).toContain('주식회사 하나결제(사업자등록번호 123-45-67891)');
    const { sha256 } = await present(agreement);
    const text = await browser.once('GET', `${path}/text`);
    expect(sha256Hex(Buffer.from(await text.arrayBuffer()))).toBe(sha256);
    const typed = { name: '김하나', intent: 'yes', method: 'yes', text: sha256 };
    expect((await browser.post(path, typed)).text).toContain('인증 번호를 보내 드렸습니다');
    const code = codeIn(await mailTo(at, email, '서명 인증 번호'));
    const wrong = await browser.post(path, { ...typed, stage: 'code', code: code === '000000' ? '000001' : '000000' });
    expect(wrong.text).toContain('인증 번호가 맞지 않습니다');
    // Of a firm that no capability of the app brings nothing is signed there, with the right code neither.
    const unknown = await browser.post(path, { ...typed, stage: 'code', code });
    expect([unknown.status, (await present(agreement)).signatures.length]).toEqual([409, 0]);

    expect(await signNow(agreement, '김하나')).toEqual({ kind: 'signed', isLast: false });
    const second = await linkTo(director.email, agreement);
    expect((await browser.get(second)).text).toContain('서명할 차례');
    expect(await signNow(agreement, director.name)).toEqual({ kind: 'signed', isLast: true });
    const told = await mailTo(at, email, '계약이 성립했습니다');
    const [link = ''] = /\/r\/agreements\/[0-9a-f]{32}\/[\w-]{43}/u.exec(told.text) ?? [];
    const copy = await (await browser.once('GET', `${link}/signed`)).arrayBuffer();
    expect(sha256Hex(new Uint8Array(copy))).toBe((await present(agreement)).signedSha256);
    const body = new FormData();
    body.append('file', new Blob([copy]), 'agreement.pdf');
    const checked = await browser.once('POST', '/agreements/verify', { body });
    expect(await checked.text()).toContain('지금 효력이 있는 계약서입니다');
    expect((await mailTo(at, director.email, '계약이 성립했습니다')).text).toContain(agreement);
  });

  it('is refused at its page, or a copy sent in its place is waited for; both are told the reason', async () => {
    const { agreement, email, path } = await asked('refused');
    const browser = visitor(at.baseUrl, { lang: 'ko' });
    const opened = await browser.once('POST', `${path}/elsewhere`, { body: new URLSearchParams({ step: 'open' }) });
    expect(opened.headers.get('location')).toBe(`/documents/agreement/${agreement}/signed-copy-1`);
    expect((await browser.get(`/documents/agreement/${agreement}/signed-copy-1`)).text).toContain('서명한 사본');
    expect((await browser.post(`${path}/elsewhere`, { step: 'send' })).status).toBe(409);
    const done = await browser.post(`${path}/refuse`, { reason: '조금 더 검토하겠습니다.' });
    expect(done.text).toContain('서명하지 않기로 한 계약입니다');
    for (const address of [email, director.email]) {
      const told = await eventually(`the reason for ${address}`, async () =>
        (await mailsTo(at, address)).find(
          ({ text }) => text.includes(agreement) && text.includes('조금 더 검토하겠습니다.'),
        ),
      );
      expect(told.text).toContain('조금 더 검토하겠습니다.');
    }
    expect(await present(agreement)).toMatchObject({ state: 'REFUSED' });
  });
});
