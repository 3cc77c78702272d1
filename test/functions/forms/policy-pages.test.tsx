import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { AccessibilityPage, PrivacyPage } from '../../../functions/forms/pages/policy-pages.tsx';
import { privacyWords } from '../../../functions/forms/pages/policy-texts.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { Layout } from '../../../functions/shared/pages/layout.tsx';
import { academyRound } from '../rounds/academy.ts';

const round: Round = { ...academyRound(), version: 1 };
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

  it('is there before any round is, with nothing left open', () => {
    const empty = renderToString(<PrivacyPage rounds={[]} lang={lang} />);
    expect(empty).toContain(privacyWords.providedNone[lang]);
    expect(empty).not.toMatch(/undefined|NaN/u);
  });
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
