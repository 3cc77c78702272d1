import { describe, expect, it } from 'vitest';
import { newApplication } from '../../../functions/applications/application.ts';
import { exitBegunMail, noticeConfirmedMail } from '../../../functions/exits/mails/exit-mails.tsx';
import { instantSchema, localDateSchema } from '../../../functions/shared/time.ts';
import { labRound } from '../../support/rounds/lab.ts';

const now = instantSchema.parse('2027-09-01T10:00+09:00');
const day = (date: string) => localDateSchema.parse(date);
const round = labRound();
const residency = {
  contracts: [{ number: 1, from: day('2027-05-10'), to: day('2027-10-01'), months: 12, inForceAt: now }],
};

describe('the mails about a last day', () => {
  it.each([
    ['ko', '10월 1일(금)'],
    ['en', '1 October'],
  ] as const)('give it without an hour, since a contract runs until midnight (%s)', (lang, last) => {
    const application = newApplication({
      reference: 'L-27H1-7K3Q-9MX4',
      roundId: round.id,
      roundVersion: 1,
      lang,
      email: 'a@example.com',
      now,
      closesAt: now,
    });
    const given = { application, round, made: round, link: 'https://example.com/residency', now };
    const mails = [
      noticeConfirmedMail(given, residency),
      ...['2027-10-01', '2027-10-02'].map((today) =>
        exitBegunMail(given, { residency, spaces: [], list: undefined, doer: 'startup', today: day(today) }),
      ),
    ];
    for (const { subject } of mails) {
      expect(subject).toContain(last);
      expect(subject).not.toContain('18:00');
    }
    // Nobody is asked to get ready for what is over.
    const [, before, after] = mails;
    const [ready, over] = [/퇴거를 준비|Get ready/u, /이었습니다|was /u];
    expect([before, after].map((mail) => ready.test(mail?.subject ?? ''))).toEqual([true, false]);
    expect([before, after].map((mail) => over.test(mail?.subject ?? ''))).toEqual([false, true]);
  });
});
