import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { draftExpiry } from '../../../functions/applications/application.ts';
import { lifeOfCopy } from '../../../functions/assets/script/copies.ts';
import { consentsPage } from '../../../functions/forms/consents.ts';
import { lecturersPolicyWords } from '../../../functions/forms/pages/lecturers-policy.tsx';
import { AccessibilityPage, PrivacyPage } from '../../../functions/forms/pages/policy-pages.tsx';
import { privacyWords } from '../../../functions/forms/pages/policy-texts.ts';
import { draftDays } from '../../../functions/rounds/placeholders.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { hoursText } from '../../../functions/shared/i18n.ts';
import { Layout } from '../../../functions/shared/pages/layout.tsx';
import { root } from '../../../local/paths.ts';
import wageRecords from '../../../rules/retention/wage-records.json' with { type: 'json' };
import { toldAcademy } from '../rounds/academy.ts';

const { years, source } = wageRecords;

const round: Round = toldAcademy();
const next: Round = {
  ...round,
  id: 'academy-2027h2',
  title: { ko: '하반기', en: 'Second half' },
  consents: round.consents.map((consent) =>
    consent.id === 'news' ? { ...consent, items: { ko: '전자우편', en: 'electronic mail' } } : consent,
  ),
};
const wordsOf = (html: string): string => html.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

describe.each(['ko', 'en'] as const)('the privacy policy in %s', (lang) => {
  const page = wordsOf(renderToString(<PrivacyPage rounds={[next, round]} lang={lang} />));

  it('says of every consent of every round its purpose, data, time, recipient and what refusing means', () => {
    const consents = [next, round].flatMap(({ consents, admission }) => [
      ...consents,
      ...(admission?.offer.consents ?? []),
    ]);
    expect(consents.length).toBeGreaterThan(6);
    for (const { recipient, purpose, items, retention, refusal } of consents) {
      for (const part of [recipient, purpose, items, retention, refusal]) if (part) expect(page).toContain(part[lang]);
    }
  });

  it('says once what two rounds ask in the same words, with both rounds, and apart what differs', () => {
    const [personal] = round.consents;
    expect(page.split(personal?.items[lang] ?? '?')).toHaveLength(2);
    expect(page).toContain(`${next.title[lang]}, ${round.title[lang]}`);
    expect(page).toContain(lang === 'ko' ? '전자우편' : 'electronic mail');
  });

  it('has what article 30 wants, in its order, and whom to write to', () => {
    const headings = [...page.matchAll(/<h2>([^<]+)<\/h2>/gu)].map(([, heading]) => heading);
    const order = [
      'collected',
      'provided',
      'erasing',
      'processors',
      'rights',
      'safety',
      'cookies',
      'office',
      'remedies',
      'changes',
    ] as const;
    expect(headings).toEqual(order.map((part) => privacyWords[part][lang]));
    expect(page).toContain(`mailto:${round.contact.email}`);
    expect(page).toContain(round.contact.phone);
  });

  it('says what is kept of lecturers, why, for as long as the law wants it, who gets it and whom to write to', () => {
    for (const part of Object.values(lecturersPolicyWords)) expect(page).toContain(part[lang]);
    expect(lecturersPolicyWords.contactText[lang]).toContain(privacyWords.office[lang]);
    expect(lecturersPolicyWords.retentionText[lang]).toContain({ ko: `${years}년`, en: `${years} years` }[lang]);
    expect(source).toContain('art. 85-3 (2)');
    expect(lecturersPolicyWords.retentionText[lang]).toContain({ ko: '제85조의3 제2항', en: 'article 85-3 (2)' }[lang]);
  });

  it('is there before any round is, with nothing left open', () => {
    const empty = renderToString(<PrivacyPage rounds={[]} lang={lang} />);
    expect(empty).toContain(privacyWords.providedNone[lang]);
    expect(empty).not.toMatch(/undefined|NaN/u);
  });
});

it('the times that pages and mails tell are those that hold', () => {
  expect(privacyWords.erasingText.ko).toContain(`접수 마감 뒤 ${draftDays}일이`);
  expect(consentsPage(round.consents).lead?.en).toContain(`${draftDays} days after the closing date`);
  expect(round.consents[0]?.retention.en).toContain(`${draftDays} days after the closing date`);
  const closesAt = round.closesAt;
  expect(draftExpiry(round.opensAt, closesAt)).toBe(Math.floor(Date.parse(closesAt) / 1000) + draftDays * 86_400);
});

it('the privacy policy tells of every cookie that is set, and for how long', () => {
  const folder = join(root, 'functions');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /[.]tsx?$/u.test(file));
  const set = files.flatMap((file) =>
    [
      ...readFileSync(join(folder, file), 'utf8').matchAll(
        /\bcookie\(\s*('?\w+'?)(?:\(.*?\))?,[^;]*?maxAge: (?!0\b)\w+/gu,
      ),
    ].map(([, name]) => name),
  );
  expect(set.toSorted()).toEqual([
    "'lang'",
    'backCookie',
    'cookieName',
    'cookieName',
    'cookieOf',
    'cookieOf',
    'copyCookie',
    'ownName',
  ]);
  const copies = hoursText(lifeOfCopy / 60_000);
  for (const age of ['1시간', '2시간', '120일', '1년', copies.ko, '8시간'])
    expect(privacyWords.cookiesText.ko).toContain(age);
  for (const age of ['1 hour', '2 hours', '120 days', 'a year', copies.en, '8 hours'])
    expect(privacyWords.cookiesText.en).toContain(age);
});

describe('the foot of every page', () => {
  const links = (html: string) => [...html.matchAll(/href="(\/privacy|\/accessibility)"( target="_blank")?/gu)];
  it('leads to both policies, from a form in a window beside it, so that nothing typed is left', () => {
    for (const lang of ['ko', 'en'] as const) {
      const page = renderToString(<AccessibilityPage rounds={[round]} lang={lang} />);
      const form = renderToString(
        <Layout lang={lang} title="t" formId="form">
          t
        </Layout>,
      );
      expect(links(page).map(([, to, beside]) => [to, beside !== undefined])).toEqual([
        ['/privacy', false],
        ['/accessibility', false],
      ]);
      expect(links(form).every(([, , beside]) => beside !== undefined)).toBe(true);
      expect(links(form)).toHaveLength(2);
    }
  });
});
