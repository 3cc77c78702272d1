import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsOf } from '../../../functions/shared/database/audit.ts';
import { asTaught, claimLink, draftedClaim, finance, manager, untilClaim } from '../../support/claims/claims.ts';
import { deskCode, signIn } from '../../support/desk/sign-in.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { memorySigner } from '../../support/memory/memory-clients.ts';
import { addPasskeyAt, asked, carried, toldCode } from '../../support/second-factor/passkeys.ts';
import { provingAt, sentUnproved } from '../../support/second-factor/proved.ts';
import { hiddenIn, visitor } from '../../support/visitor.ts';

const signCode = memorySigner();
let at: MemoryAcademy;
beforeAll(async () => {
  at = await memoryAcademy({ signCode });
});
afterAll(() => at.close());

const sure = '이렇게 결정하시겠습니까?';
const question = '세 시간이 맞습니까?\n회선이 끊겼다고 들었습니다.';

/** The claim that the manager is asked about, with the link. */
async function toDecide() {
  const { id, lecturer } = await draftedClaim(at);
  const browser = visitor(at.baseUrl, { lang: 'ko' });
  await browser.post(await claimLink(at, id, 'wage-claim', lecturer.email), { ...asTaught(), confirm: 'yes' });
  const path = await claimLink(at, id, 'wage-manager', manager);
  const claim = await untilClaim(at, id, 'CHECKED');
  return { id, path, claim, revision: String(claim.revision), browser };
}
const typesOf = async (id: string) => (await eventsOf(at.db, at.tables.AUDIT_TABLE, id)).map(({ type }) => type);

describe('a decision about a claim that a link leads to', () => {
  it('is proved by a passkey at the desk, comes back to the question with all that was typed, and stands then', async () => {
    const { id, path, revision, browser } = await toDecide();
    const chosen = await browser.choose(path, { outcome: 'RETURN', question, revision });
    expect(chosen.text).toContain('다음 화면에서 본인인지 확인합니다');
    const asking = await browser.postStale(path, hiddenIn(chosen.html));
    expect(asking.url).toBe('/desk/address');

    await browser.post('/desk/address', { email: manager });
    const proving = await browser.post('/desk/code', { code: await deskCode(at, manager) });
    expect(proving.text).toContain('강사에게 질문');
    expect(proving.text).toContain(`${id}, 2026년`);
    expect(proving.text).toContain('490,000원');
    expect(proving.text).toContain('등록된 패스키가 없습니다. 패스키 등록하기');
    const { device } = await addPasskeyAt(at, signCode, { browser, person: 'park-sora' });

    const page = await browser.get(proving.url);
    const back = await browser.postStale(page.url, { ...carried(page), credential: device.sign(asked(page)) });
    expect(back.url).toBe(`${path}?typed=kept`);
    for (const words of [sure, '세 시간이 맞습니까?', '본인 확인을 마치셨습니다']) expect(back.text).toContain(words);
    expect(await typesOf(id)).not.toContain('ClaimReturned');

    const done = await browser.postStale(path, hiddenIn(back.html));
    expect(done.text).toContain('결정되었습니다');
    expect(await untilClaim(at, id, 'ASKED')).toMatchObject({ question: { text: question, by: 'park-sora' } });
    const types = await typesOf(id);
    expect(types.filter((type) => type === 'DecisionToBeProved' || type === 'ClaimReturned')).toEqual([
      'DecisionToBeProved',
      'ClaimReturned',
    ]);
    expect((await browser.get('/desk')).html).toContain('href="/desk/passkeys"');
  });

  it('is proved once by an operator’s code by who has no passkey', async () => {
    const { id, path, claim, revision } = await toDecide();
    const browser = (await signIn(at, manager)).browser;
    const chosen = await browser.choose(path, { outcome: 'APPROVE', revision });
    const page = await browser.postStale(path, hiddenIn(chosen.html));
    const subject = provingAt(page.url)?.decision.subject ?? '';
    for (const words of ['park-sora', subject]) expect(page.text).toContain(words);
    const other = await toldCode(at, signCode, { person: 'park-sora', subject: '0'.repeat(32) });
    expect((await browser.postStale(page.url, { code: other })).status).toBe(422);
    expect(await at.claims.get(id)).toEqual(claim);
    const code = await toldCode(at, signCode, { person: 'park-sora', subject });
    const back = await browser.postStale(page.url, { code });
    await browser.postStale(path, hiddenIn(back.html));
    await untilClaim(at, id, 'MANAGER_APPROVED');
    expect((await browser.postStale(page.url, { code })).status).toBe(422);
  });

  it('changes nothing if whoever has the mailbox posts it: not confirmed, not with what was typed, and not by another’s desk', async () => {
    const { id, path, claim, revision } = await toDecide();
    const thief = (await signIn(at, finance)).browser;
    const { proving } = await sentUnproved(thief, path, { outcome: 'REFUSE', reason: '지급하지 않습니다.', revision });
    if (!proving) throw new Error('nothing is to be proved');
    const request = await at.requests.get(proving.decision.subject);
    expect(request).toMatchObject({ state: 'OPEN', typed: { outcome: ['REFUSE'] } });
    const back = await thief.get(proving.back);
    expect(back.text).toContain('다음 화면에서 본인인지 확인합니다');
    const again = await thief.once('POST', path, {
      body: new URLSearchParams({ outcome: 'REFUSE', reason: '지급하지 않습니다.', revision, confirm: 'yes' }),
    });
    const address = again.headers.get('location') ?? '';
    expect(provingAt(address)?.decision).toEqual(proving.decision);
    expect((await thief.get(address)).status).toBe(403);
    expect(await at.claims.get(id)).toEqual(claim);
    const types = await typesOf(id);
    expect(types).not.toContain('ClaimRefused');
    expect(types.filter((type) => type === 'DecisionToBeProved')).toHaveLength(1);
    expect((await thief.get(path)).text).not.toContain('지급하지 않습니다.');
  });
});
