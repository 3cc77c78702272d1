import { beforeAll, describe, expect, it } from 'vitest';
import type { Round } from '../../../functions/rounds/round.ts';
import { answers, fill } from '../../support/applicants.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { everythingStored } from '../../support/stored.ts';

let at: MemoryAcademy;
let round: Round;
beforeAll(async () => {
  at = await memoryAcademy();
  round = await at.round();
}, 180_000);

const number = '900101-1234567';
const essay = '핀테크 서비스를 직접 만들어 보고 싶어 지원합니다. '.repeat(4);

/** All that is stored, without what could stand between the digits. */
const digitsStored = async () =>
  JSON.stringify(await everythingStored(at))
    .normalize('NFKC')
    .replace(/[^\d●]/gu, '');

describe('a resident registration number in an application', () => {
  it('is stopped at the form with the reason; what was typed stays on the page, and the number is kept nowhere', async () => {
    const { browser } = await fill(at, round, answers());
    const typed = `${essay}${number} ${essay}`;
    const page = await browser.post('/apply/why', { motivation: typed, plan: essay });
    expect(page.status).toBe(422);
    expect(page.text).toContain('「개인정보 보호법」 제24조의2');
    expect(page.html).toContain(number);
    expect(await digitsStored()).not.toContain('9001011234567');

    const again = await browser.get('/apply/why');
    expect(again.html).toContain(`${essay}●●●●●●-●●●●●●● ${essay}`);
    expect(again.html).not.toContain(number);
  });

  it.each([
    ['about-you', 'name', '김하늘 9 0 0 1 0 1 - 1 2 3 4 5 6 7'],
    ['about-you', 'mobile', '９００１０１－１２３４５６７'],
    ['about-you', 'email', '900101-1234567@example.com'],
    ['background', 'organisation', '가온은행 90.01.01-1234567'],
    ['attendance', 'accessibility', '9001011234567'],
  ] as const)('is stopped on %s in the field %s', async (id, field, text) => {
    const form = answers();
    const { browser } = await fill(at, round, form);
    const page = await browser.post(`/apply/${id}`, { ...form[id], [field]: text });
    expect(page.status).toBe(422);
    expect(page.text).toContain('주민등록번호나 외국인등록번호로 보이는 숫자');
    expect(await digitsStored()).not.toContain('9001011234567');
  });
});
