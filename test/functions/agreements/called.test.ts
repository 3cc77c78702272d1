import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calledIn } from '../../../functions/agreements/called.ts';
import { agreementMailWords } from '../../../functions/agreements/mails/texts.ts';
import { closedWords } from '../../../functions/agreements/pages/closed-words.ts';
import { namedWords } from '../../../functions/agreements/pages/named-words.ts';
import { labDraft } from '../../support/rounds/lab.ts';

describe('what an agreement is called in Korean', () => {
  it.each([
    ['서울 핀테크 랩 입주 협약서', '협약'],
    ['서울 핀테크 랩 입주 협약서 (변경 협약)', '협약'],
    ['입주 계약서', '계약'],
    ['비밀 유지 약정서', '약정'],
    ['서약', '협약'],
  ])('%s is a %s', (ko, called) => {
    expect(calledIn({ ko })).toBe(called);
  });

  it('is one word in all mails and pages about it, that of the title', () => {
    const title = labDraft().residency?.agreement.title ?? { ko: '' };
    const called = calledIn(title);
    expect(called).toBe('협약');
    const due = { ko: '4월 30일', en: '30 April' };
    const { asked, reminder, code } = agreementMailWords(called);
    const said = [
      agreementMailWords(called),
      closedWords(called),
      namedWords(title),
      asked.subject(due),
      reminder.subject(due),
      code.subject('123456', '18:00'),
    ];
    expect(JSON.stringify(said)).toContain('협약서에');
    expect(JSON.stringify(said)).not.toContain('계약');
    expect(namedWords({ ko: '입주 계약서' }).intent.ko).toBe(
      '계약서를 끝까지 읽었고, 이 계약을 맺을 뜻으로 서명합니다',
    );
  });

  it('is a 협약 in everything that the Lab says', () => {
    const rooms = [
      'onboarding',
      'contracts',
      'renewals',
      'exits',
      'reports',
      'residencies',
      'residency-events',
      'spaces',
    ];
    const files = rooms.flatMap((room) => globSync(`functions/${room}/**/*.{ts,tsx}`));
    const rounds = globSync('rounds/lab-*.yaml');
    expect([files.length > 100, rounds.length]).toEqual([true, 2]);
    expect([...files, ...rounds].filter((file) => readFileSync(file, 'utf8').includes('계약'))).toEqual([]);
  });
});
