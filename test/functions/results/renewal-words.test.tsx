import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { newApplication } from '../../../functions/applications/application.ts';
import { openedRequest, settled } from '../../../functions/requests/request.ts';
import { reconsiderationAnsweredMail } from '../../../functions/results/mails/reconsideration-mails.tsx';
import { ReconsiderationForm } from '../../../functions/results/pages/reconsideration.tsx';
import { closedReconsiderationPage, officerForm } from '../../../functions/results/pages/reconsideration-officer.tsx';
import type { Lang } from '../../../functions/shared/i18n.ts';
import { instantSchema, localDateSchema } from '../../../functions/shared/time.ts';
import { labRound } from '../../support/rounds/lab.ts';
import { academyRound } from '../rounds/academy.ts';

const now = instantSchema.parse('2028-02-01T10:00+09:00');
const day = (date: string) => localDateSchema.parse(date);
const course = { version: 1, ...academyRound() };
const extension = labRound({
  residency: undefined,
  renews: { round: 'lab-2027', window: { from: day('2028-05-01'), to: day('2028-05-31') } },
});
const waits = /대기|waiting list/u;

const applied = (lang: Lang) =>
  newApplication({
    reference: 'L-27H1-7K3Q-9MX4',
    roundId: extension.id,
    roundVersion: 1,
    lang,
    email: 'a@example.com',
    now,
    closesAt: now,
  });
const granted = settled(
  openedRequest({
    id: 'look',
    kind: 'look-again',
    subject: 'L-27H1-7K3Q-9MX4',
    context: extension.id,
    askKey: 'look',
    outcomes: ['GRANT', 'REFUSE'],
    assignee: { person: 'lee-junho' },
    why: 'asked',
    plan: { within: 5, remindAfter: [] },
    now,
  }),
  { outcome: 'GRANT', by: 'lee-junho', at: now, reason: '점수를 잘못 옮겼습니다.' },
);

describe('a result of a round of renewal that is looked at again', () => {
  it.each(['ko', 'en'] as const)('is mailed and shown without a waiting list (%s)', (lang) => {
    const application = applied(lang);
    const mailOf = (round: typeof extension) =>
      reconsiderationAnsweredMail(
        { application, round, made: round, link: 'https://example.com/application', now },
        granted,
        3,
      );
    const { subject, text } = mailOf(extension);
    expect(subject).toContain({ ko: '입주 연장 대상에 포함되었습니다', en: 'among those who can stay on' }[lang]);
    expect(text).toContain('점수를 잘못 옮겼습니다.');
    expect(`${subject} ${text}`).not.toMatch(waits);
    expect(mailOf(course).text).toMatch(waits);
    const form = renderToString(
      <ReconsiderationForm {...{ application, round: extension, by: 'applicant', lang }} typed={{}} errors={[]} />,
    );
    expect(form).not.toMatch(waits);
  });

  it('is decided without a waiting list', () => {
    expect(JSON.stringify(officerForm(extension, 3))).not.toMatch(waits);
    expect(JSON.stringify(officerForm(course, 3))).toMatch(waits);
    const closed = (round: typeof extension) =>
      closedReconsiderationPage('ko', granted, undefined, { round, late: [], first: false }).body;
    expect(closed(extension)).toContain('연장 대상에 포함');
    expect(closed(extension)).not.toMatch(waits);
    expect(closed(course)).toContain('대기자로 등록');
  });
});
