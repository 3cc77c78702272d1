import { beforeAll, describe, expect, it } from 'vitest';
import type { Round } from '../../../functions/rounds/round.ts';
import type { Academy } from '../../support/academy.ts';
import { withApplicant, withOfficer } from '../../support/intake/intake.ts';
import { memoryAcademy } from '../../support/memory/memory-academy.ts';
import { changesBetween, untilQuiet } from '../../support/stored.ts';
import { hiddenIn, visitor } from '../../support/visitor.ts';

let at: Academy;
let round: Round;
beforeAll(async () => {
  at = await memoryAcademy();
  round = await at.round();
}, 120_000);

const reason = '첫 수업일에 만 19세가 되지 않습니다.\n다음 기수에는 <지원>하실 수 있습니다.';

/** Where the links of a page lead that leave it, but for what opens beside it. */
const linksAway = (html: string): string[] =>
  [...(html.split('<footer')[0] ?? '').matchAll(/<a [^>]*href="([^"#][^"]*)"/gu)].map(([, href = '']) => href);

describe('an applicant’s answer to a question', () => {
  it('is not lost by a link of its page: what was typed and differs is shown before it is left', async () => {
    const { question, questionLink, form } = await withApplicant(at, round);
    const applicant = visitor(at.baseUrl, { lang: 'ko' });
    const { html } = await applicant.get(questionLink);
    expect(linksAway(html)).toEqual([]);
    const asIs = { ...form['about-you'], action: 'go:question' };
    expect(await applicant.choose(questionLink, asIs)).toMatchObject({ status: 200, url: questionLink });
    const asked = await applicant.choose(questionLink, { ...asIs, reply: '생년월일을 <고칩니다>.' });
    expect([asked.status, asked.text]).toEqual([409, expect.stringContaining('생년월일을 <고칩니다>.')]);
    const back = await applicant.choose(questionLink, { ...hiddenIn(asked.html), switch: 'ko' });
    expect(back.html).toContain('생년월일을 &lt;고칩니다>.');
    expect(await at.requests.get(question.id)).toMatchObject({ state: 'OPEN' });
  });
});

describe('an officer’s decision', () => {
  it('changes nothing when it is chosen, is shown in words, and counts when it is confirmed', async () => {
    const { reference, request, link } = await withOfficer(at, round);
    const officer = visitor(at.baseUrl, { lang: 'ko' });
    const before = await untilQuiet(at);
    const sure = await officer.choose(link, { outcome: 'REFUSE', reason, question: '쓰다 만 질문' });
    expect(sure.status).toBe(200);
    expect(sure.text).toContain('이렇게 결정하시겠습니까?');
    expect(sure.text).toContain('심사 대상에서 제외');
    expect(sure.text).toContain('다음 기수에는 <지원>하실 수 있습니다.');
    expect(sure.text).not.toContain('쓰다 만 질문');
    expect(changesBetween(before, await untilQuiet(at))).toEqual([]);

    await officer.choose(link, hiddenIn(sure.html));
    expect(await at.requests.get(request.id)).toMatchObject({ state: 'SETTLED', outcome: 'REFUSE' });
    expect((await at.application(reference)).decision?.reason).toBe(reason);
  });

  it('is chosen anew with all that was typed, and may be read in the other language at either act', async () => {
    const { request, link } = await withOfficer(at, round);
    const officer = visitor(at.baseUrl, { lang: 'ko' });
    const chosen = { outcome: 'RETURN', question: '생년월일이 맞습니까?', pages: ['about-you', 'why'] };
    const sure = await officer.choose(link, chosen);
    const english = await officer.choose(link, { ...hiddenIn(sure.html), switch: 'en' });
    expect(english.text).toContain('Is this your decision?');
    expect(hiddenIn(english.html)).toEqual(hiddenIn(sure.html));
    const back = await visitor(at.baseUrl, { lang: 'ko' }).choose(link, { ...hiddenIn(sure.html), change: 'yes' });
    expect(back.text).toContain('지원서 확인');
    expect(back.html).toContain('생년월일이 맞습니까?');
    expect(back.html.match(/ checked/gu)).toHaveLength(3);
    expect(await at.requests.get(request.id)).toMatchObject({ state: 'OPEN' });
  });

  it('is not lost by a link of its page: what was typed is shown before it is left', async () => {
    const { request, link } = await withOfficer(at, round);
    const officer = visitor(at.baseUrl, { lang: 'ko' });
    expect(linksAway((await officer.get(link)).html)).toEqual([]);
    const sure = await officer.choose(link, { outcome: 'REFUSE', reason });
    expect(linksAway(sure.html)).toEqual([]);
    const left = await officer.choose(link, { ...hiddenIn(sure.html), action: 'go:case' });
    expect([left.status, left.text]).toEqual([409, expect.stringContaining('다음 기수에는 <지원>하실 수 있습니다.')]);
    const asked = await officer.choose(link, { outcome: 'REFUSE', reason, action: 'go:hand-over' });
    expect([asked.status, asked.text]).toEqual([409, expect.stringContaining('아직 보내지 않으신 내용이 있습니다')]);
    expect(asked.html).toContain(`href="${link}/hand-over"`);
    const back = await officer.choose(link, { ...hiddenIn(asked.html), switch: 'ko' });
    expect(back.html).toContain('다음 기수에는 &lt;지원>하실 수 있습니다.');
    expect((await officer.choose(link, { action: 'go:hand-over' })).url).toBe(`${link}/hand-over`);
    expect(await at.requests.get(request.id)).toMatchObject({ state: 'OPEN' });
  });

  it('that comes second is shown to whoever typed it, and the first one again to nobody', async () => {
    const { link } = await withOfficer(at, round);
    const officer = visitor(at.baseUrl, { lang: 'ko' });
    const first = { outcome: 'REFUSE', reason };
    await officer.post(link, first);
    const second = await officer.choose(link, { outcome: 'RETURN', question: '생년월일이 맞습니까?', confirm: 'yes' });
    expect(second.status).toBe(409);
    expect(second.text).toContain('입력하신 내용은 저장되지 않았습니다');
    expect(second.text).toContain('생년월일이 맞습니까?');
    const again = await officer.choose(link, { ...first, confirm: 'yes' });
    expect(again.status).toBe(200);
    expect(again.text).not.toContain('저장되지 않았습니다');
  });

  it('that lacks its reason is not asked to be confirmed', async () => {
    const { request, link } = await withOfficer(at, round);
    for (const confirm of [[], 'yes']) {
      const page = await visitor(at.baseUrl).choose(link, { outcome: 'REFUSE', reason: ' ', confirm });
      expect(page.status).toBe(422);
    }
    expect(await at.requests.get(request.id)).toMatchObject({ state: 'OPEN' });
  });
});
