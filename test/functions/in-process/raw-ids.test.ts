import { beforeAll, describe, expect, it } from 'vitest';
import type { Academy } from '../../support/academy.ts';
import { answers, fill } from '../../support/applicants.ts';
import { committeeHtml } from '../../support/committee/committee-html.tsx';
import { withOfficer } from '../../support/intake/intake.ts';
import { previewMails } from '../../support/mail-previews/mail-previews.ts';
import { memoryAcademy } from '../../support/memory/memory-academy.ts';
import { everyKindOfLink } from '../../support/pages/every-link.ts';
import { idsOf, rawIds } from '../../support/pages/raw-ids.ts';
import { memoryScreening } from '../../support/screening/memory-screening.ts';
import { reviewPages } from '../../support/screening/review-pages.ts';
import { largeRound, largeSnapshot } from '../../support/selection/large-ranking.ts';
import { visitor, wordsOf } from '../../support/visitor.ts';

/* What people read says everything in words: no id of a condition, a criterion, a quota or a state. */

const ids = idsOf(largeRound);

/** Meets no condition of the round. */
const unmet = () =>
  answers({
    'about-you': { 'birthDate.year': '2012' },
    background: { seoulTies: ['none'], field: 'other' },
    attendance: { canAttend: 'less-than-80', finishedEarlier: 'yes' },
  });

let at: Academy;
beforeAll(async () => {
  at = await memoryAcademy();
}, 120_000);

describe('a raw id', () => {
  it('is found, if there is one', () => {
    expect(rawIds('학력과 경력 background 확인', ids)).toEqual(['background']);
    expect(rawIds('상태: WITH_OFFICER.', ids)).toEqual(['WITH_OFFICER']);
    expect(rawIds('접수 번호 A-27H1-7K3Q-9MX4, https://a.example/background, SHA-256', ids)).toEqual([]);
  });

  it('is on no page of the intake: the form, the officer’s, the applicant’s', async () => {
    const round = await at.round();
    const { links, open, question, lapsed } = await everyKindOfLink(at, round);
    const lacking = await withOfficer(at, round, undefined, unmet());
    const { browser, check } = await fill(at, round, unmet());
    const pages = [check];
    for (const path of ['/apply/later', `/rounds/${round.id}`, '/privacy', '/accessibility'])
      pages.push(await browser.get(path));
    for (const path of [...Object.values(links), lacking.link]) pages.push(await visitor(at.baseUrl).get(path));
    for (const { browser: of } of [open, question, lapsed, lacking]) pages.push(await of.get('/application'));
    for (const { url, text } of pages) expect(rawIds(text, ids), url).toEqual([]);
    const officer = await visitor(at.baseUrl).get(lacking.link);
    for (const { title } of round.eligibility) expect(officer.text).toContain(title.ko);
    expect(officer.text).toContain('수업에 얼마나 출석하실 수 있습니까?: 80%를 채우기 어렵습니다');
  });

  it('is on no page of the reviewers and of the committee', async () => {
    const screening = await memoryScreening({
      applications: 2,
      reviewers: [{ id: 'anna' }, { id: 'berta' }, { id: 'clara' }],
    });
    await screening.begin();
    const reviewers = reviewPages(screening);
    const [review] = await screening.reviewsOf();
    if (!review) throw new Error('nobody was asked');
    const path = await reviewers.path(review);
    const pages = [
      committeeHtml(largeSnapshot(40), 'ko'),
      committeeHtml(largeSnapshot(40), 'ko', { moved: true }),
      ...(await Promise.all(
        [path, await reviewers.list(review.reviewer)].map(async (page) => (await reviewers.get(page)).body),
      )),
    ];
    for (const page of pages) expect(rawIds(wordsOf(page), ids)).toEqual([]);
  });

  it('is in no mail but those to operators, whose commands take them', async () => {
    const mails = (await previewMails('ko')).filter(({ template }) => template !== 'operator-notice');
    expect(mails.length).toBeGreaterThan(20);
    for (const { template, mail } of mails) {
      expect(rawIds(`${mail.subject} ${mail.text} ${wordsOf(mail.html)}`, ids), template).toEqual([]);
    }
  });
});
