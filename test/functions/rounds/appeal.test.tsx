import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { newApplication } from '../../../functions/applications/application.ts';
import { StatusPage } from '../../../functions/applications/pages/status.tsx';
import { ResultPage } from '../../../functions/results/pages/result.tsx';
import { placeSchema, placeStates } from '../../../functions/seats/place.ts';
import { newSession } from '../../../functions/sessions/session.ts';
import { langs } from '../../../functions/shared/i18n.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { previewMails } from '../../support/mail-previews/mail-previews.ts';
import { academyRound } from './academy.ts';

const appeal = {
  ko: '결과를 안 날부터 90일 이내에 행정심판을 청구하실 수 있습니다.',
  en: 'You can appeal to the administrative appeals commission within 90 days of learning the result.',
};
const now = instantSchema.parse('2027-02-20T01:00:00Z');
const round = { version: 1, ...academyRound(), appeal };
const reference = `${round.code}-7K3Q-9MX4`;
const applied = newApplication({
  reference,
  roundId: round.id,
  roundVersion: 1,
  lang: 'ko',
  email: 'a@example.com',
  now,
  closesAt: now,
});
const session = newSession({ of: reference, secret: 'x', begunBy: 'code' }, now);
const opened = { round, session, by: 'applicant' };

it.each(langs)(
  'every mail that refuses says in %s how to appeal, if the round says it, and no other mail',
  async (lang) => {
    const telling = (await previewMails(lang, { appeal }))
      .filter(({ mail }) => [mail.text, mail.html].every((part) => part.includes(appeal[lang])))
      .map(({ template, variant }) => (variant ? `${template}, ${variant}` : template));
    expect(telling).toEqual(['application-refused', 'waitlist-ended', 'look-again-refused', 'not-selected']);
  },
);

it('no mail says how to appeal, if the round does not', async () => {
  const mails = await previewMails('en');
  expect(mails.filter(({ mail }) => mail.text.includes('How to appeal'))).toEqual([]);
});

it('the page of a result says it for a place that came to nothing without the applicant’s wish', () => {
  const told = placeStates.filter((state) => {
    const place = placeSchema.parse({
      reference,
      roundId: round.id,
      state,
      revision: 1,
      rank: 9,
      snapshot: 1,
      order: '9',
      quotas: [],
      since: now,
    });
    const result = { place, waitlistUntil: now, waitlistEnded: false, quotas: false, reconsiderationUntil: now };
    const whole = {
      kind: 'released',
      result,
      why: undefined,
      reconsideration: { phase: 'late', until: now },
    } as const;
    return renderToString(<ResultPage {...opened} application={applied} result={whole} lang="ko" />).includes(
      appeal.ko,
    );
  });
  expect(told).toEqual(['NOT_SELECTED', 'ENDED']);
});

it('the status page says it for an application that was refused, and for no other', () => {
  const says = (state: 'ACCEPTED' | 'REFUSED') =>
    renderToString(
      <StatusPage application={{ ...applied, state }} round={round} request={undefined} now={now} lang="ko" />,
    ).includes(appeal.ko);
  expect([says('REFUSED'), says('ACCEPTED')]).toEqual([true, false]);
});
