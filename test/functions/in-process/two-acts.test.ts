import { beforeAll, describe, expect, it } from 'vitest';
import type { Round } from '../../../functions/rounds/round.ts';
import type { Academy } from '../../support/academy.ts';
import { withOfficer } from '../../support/intake/intake.ts';
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

describe('an officer’s decision', () => {
  it('changes nothing when it is chosen, is shown in words, and counts when it is confirmed', async () => {
    const { reference, request, link } = await withOfficer(at, round);
    const officer = visitor(at.baseUrl, { lang: 'ko' });
    const before = await untilQuiet(at);
    const sure = await officer.choose(link, { outcome: 'REFUSE', reason, question: '쓰다 만 질문' });
    expect(sure.status).toBe(200);
    expect(sure.text).toContain('이렇게 결정하시겠습니까?');
    expect(sure.text).toContain('받아들이지 않음');
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

  it('that lacks its reason is not asked to be confirmed', async () => {
    const { request, link } = await withOfficer(at, round);
    for (const confirm of [[], 'yes']) {
      const page = await visitor(at.baseUrl).choose(link, { outcome: 'REFUSE', reason: ' ', confirm });
      expect(page.status).toBe(422);
    }
    expect(await at.requests.get(request.id)).toMatchObject({ state: 'OPEN' });
  });
});
