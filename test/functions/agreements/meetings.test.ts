import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuseAgreement } from '../../../functions/agreements/end-agreement.ts';
import { callMeeting, cancelMeeting, moveMeeting } from '../../../functions/agreements/meetings.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import { type AgreementWorld, agreementWorld, directorMail } from '../../support/agreements/agreement-world.ts';

let at: AgreementWorld;
beforeAll(async () => {
  at = await agreementWorld();
});
afterAll(() => at.close());

const plan = (days: number) => ({
  startsAt: addMinutes(at.now(), days * 24 * 60),
  endsAt: addMinutes(at.now(), days * 24 * 60 + 60),
  title: { ko: '계약 체결', en: 'Signing' },
  place: { ko: '별관 2층', en: 'Annex, 2nd floor' },
});

/** The calendar files of a mail, as its parts have them. */
function calendarsIn(raw: string): string[] {
  return [...raw.matchAll(/Content-Type: (?:text\/calendar|application\/ics)[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/gu)].map(
    ([, body = '']) => Buffer.from(body, 'base64').toString('utf8').replaceAll('\r\n ', ''),
  );
}
const fieldOf = (calendar: string | undefined, name: string): string =>
  new RegExp(`^${name}[^:\\r\\n]*:(.*)$`, 'mu').exec(calendar ?? '')?.[1]?.trim() ?? '';

describe('a meeting', () => {
  it('is called, moved and cancelled under one id, each time with a higher number, in the calendars of all who sign', async () => {
    const { agreement, email } = await at.drafted();
    const given = { agreement, by: 'operator:test' };
    const meeting = await callMeeting(at.deps, { ...given, plan: plan(5) }, at.now());
    await at.mailsTo(email);
    await moveMeeting(at.deps, { ...given, meeting: meeting?.id ?? '', plan: plan(6) }, at.now());
    await at.mailsTo(email);
    await cancelMeeting(at.deps, { ...given, meeting: meeting?.id ?? '' }, at.now());
    for (const to of [email, directorMail]) {
      const mails = (await at.mailsTo(to)).filter(({ raw }) => raw.includes('text/calendar'));
      const files = mails.map(({ raw }) => calendarsIn(raw));
      expect(files.map((all) => all.length)).toEqual([2, 2, 2]);
      const calendars = files.map(([first]) => first);
      expect(calendars.map((one) => fieldOf(one, 'METHOD'))).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
      expect(calendars.map((one) => fieldOf(one, 'SEQUENCE'))).toEqual(['0', '1', '2']);
      expect(calendars.map((one) => fieldOf(one, 'STATUS'))).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED']);
      expect(new Set(calendars.map((one) => fieldOf(one, 'UID'))).size).toBe(1);
      expect(calendars.map((one) => fieldOf(one, 'ORGANIZER'))).toEqual(Array(3).fill('mailto:lab@example.kr'));
      expect(calendars.every((one) => one?.includes(`mailto:${to}`) || one?.includes(`MAILTO:${to}`))).toBe(true);
      expect(mails.map(({ raw }) => /text\/calendar; [^\r\n]*method=(?:REQUEST|CANCEL)/iu.test(raw))).toEqual([
        true,
        true,
        true,
      ]);
      expect(mails.map(({ subject }) => subject.replace(/:.*/u, ''))).toEqual([
        expect.stringContaining('일정 안내'),
        expect.stringContaining('일정이 바뀌었습니다'),
        expect.stringContaining('일정이 취소되었습니다'),
      ]);
    }
    expect(await cancelMeeting(at.deps, { ...given, meeting: meeting?.id ?? '' }, at.now())).toBeUndefined();
    expect(
      await moveMeeting(at.deps, { ...given, meeting: meeting?.id ?? '', plan: plan(7) }, at.now()),
    ).toBeUndefined();
    expect(await callMeeting(at.deps, { ...given, plan: plan(-1) }, at.now())).toBeUndefined();
  });

  it('that has changed before its mail left is mailed as it is now, and not as it was', async () => {
    const { agreement, email } = await at.drafted();
    const given = { agreement, by: 'operator:test' };
    const meeting = await callMeeting(at.deps, { ...given, plan: plan(5) }, at.now());
    await moveMeeting(at.deps, { ...given, meeting: meeting?.id ?? '', plan: plan(6) }, at.now());
    const mails = (await at.mailsTo(email)).filter(({ raw }) => raw.includes('text/calendar'));
    expect(mails.map(({ raw }) => fieldOf(calendarsIn(raw)[0], 'SEQUENCE'))).toEqual(['1']);
  });

  it('is cancelled with the agreement that it was for', async () => {
    const { agreement, email } = await at.drafted();
    await callMeeting(at.deps, { agreement, by: 'operator:test', plan: plan(5) }, at.now());
    await at.mailsTo(email);
    const request = (await at.stored(agreement)).versions[0]?.request ?? '';
    await refuseAgreement(at.deps, { request, generation: 1, reason: '…', by: 'signer:x' }, at.now());
    const mails = (await at.mailsTo(email)).filter(({ raw }) => raw.includes('text/calendar'));
    expect(mails.map(({ raw }) => fieldOf(calendarsIn(raw)[0], 'METHOD'))).toEqual(['REQUEST', 'CANCEL']);
  });
});
