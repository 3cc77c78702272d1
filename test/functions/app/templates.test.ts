import { beforeAll, describe, expect, it } from 'vitest';
import { dueInSubject } from '../../../functions/shared/time.ts';
import { previewPages } from '../../support/mail-previews/mail-preview-pages.tsx';
import { type MailPreview, previewMails, templateNames, templates } from '../../support/mail-previews/mail-previews.ts';
import { mailSamples } from '../../support/mail-previews/mail-samples.ts';
import { academyRound } from '../rounds/academy.ts';

/** Whose footer says how a reply is read. */
const ofNoRound = [
  'account-asked',
  'account-changed',
  'account-confirmed',
  'account-stopped',
  'account-reminder',
  'desk-code',
  'operator-notice',
];

describe('the samples of mails', () => {
  it('are there for every template, and for nothing else', async () => {
    const names = (await templateNames()).sort();
    expect(names.length).toBeGreaterThan(25);
    for (const lang of ['ko', 'en'] as const) {
      const samples = mailSamples(lang);
      expect(Object.keys(samples).sort()).toEqual(names);
      for (const [template, list] of Object.entries(samples)) expect(list.length, template).toBeGreaterThan(0);
    }
  });
});

it('codes, and links that somebody waits for on a page, go in the class that leaves first, and nothing else does', async () => {
  const first = Object.entries(await templates()).flatMap(([name, one]) => (one.class === 'asked' ? [name] : []));
  expect(first.sort()).toEqual(['address-code', 'agreement-code', 'desk-code', 'draft-link']);
});

describe.each(['ko', 'en'] as const)('every mail in %s', (lang) => {
  let previews: MailPreview[];
  beforeAll(async () => {
    previews = await previewMails(lang);
  });
  const named = ({ template, variant }: MailPreview) => `${template} ${variant ?? ''}`;

  it('has a subject, HTML and text in the language, with nothing that was not filled in', () => {
    for (const preview of previews) {
      const { lang: own, subject, html, text } = preview.mail;
      expect([own, subject.trim()], named(preview)).toEqual([lang, expect.stringMatching(/\S/u)]);
      expect(html, named(preview)).toContain(`<html lang="${lang}"`);
      for (const part of [subject, html, text]) {
        expect(part, named(preview)).not.toMatch(/\bundefined\b|\[object |\bNaN\b|Invalid Date/u);
        expect(/[가-힣]/u.test(part) || lang === 'en', `${named(preview)} has no Korean`).toBe(true);
      }
    }
  });

  it('says in its subject what it is about, so that no two templates share one, whatever ids and times stand there', () => {
    const bare = ({ mail }: MailPreview) => mail.subject.replaceAll(/A-[\w-]+|[\d:]+|\([월화수목금토일]\)/gu, '');
    const owners = new Map<string, string>();
    for (const preview of previews) {
      const subject = bare(preview);
      expect(subject, named(preview)).toMatch(
        lang === 'ko' ? /^\[서울 핀테크 아카데미\] \S/u : /^\[Seoul Fintech Academy\] \S/u,
      );
      expect([subject, owners.get(subject) ?? preview.template]).toEqual([subject, preview.template]);
      owners.set(subject, preview.template);
    }
  });

  it('says in its subject by when, if it is about an open request', () => {
    const asking = previews.filter(({ due }) => due.length > 0);
    expect([...new Set(asking.map(({ template }) => template))].sort()).toEqual([
      'account-asked',
      'account-reminder',
      'agreement-asked',
      'agreement-reminder',
      'checklist-asked',
      'checklist-moved',
      'checklist-reminder',
      'look-again-received',
      'offer-reminder',
      'onboarding-documents-asked',
      'onboarding-documents-reminder',
      'question-asked',
      'question-reminder',
      'renewal-invited',
      'renewal-reminder',
      'report-asked',
      'report-late',
      'report-reminder',
      'request-opened',
      'request-reminder',
      'review-added',
      'reviews-assigned',
      'reviews-reminder',
      'seat-offered',
      'wage-asked',
      'wage-reminder',
    ]);
    for (const preview of asking) {
      const [first] = preview.due;
      expect(preview.mail.subject, named(preview)).toContain(first && dueInSubject(first)[lang]);
    }
  });

  it('says whom to ask: the telephone of the round, or how a reply is read', () => {
    const { phone, email } = academyRound().contact;
    for (const preview of previews) {
      const { text } = preview.mail;
      const footer = text.slice(text.lastIndexOf('---'));
      if (ofNoRound.includes(preview.template)) expect(footer, named(preview)).toMatch(/회신|Reply/u);
      else expect([footer.includes(phone), footer.includes(email)], named(preview)).toEqual([true, true]);
    }
  });

  it('leads to the privacy policy, if it is to an applicant, and has no value to compute with', () => {
    const toApplicants = previews.filter(({ to }) => to.endsWith('@example.com'));
    expect(new Set(toApplicants.map(({ template }) => template)).size).toBeGreaterThan(15);
    for (const preview of previews) expect(preview.mail.text, named(preview)).not.toMatch(/[0-9a-f]{64}/u);
    for (const { template, mail } of toApplicants) expect(mail.html, template).toContain('/privacy"');
  });

  it('differs from every other, and from itself in the other language', async () => {
    const texts = previews.map(({ mail }) => mail.text);
    expect(new Set(texts).size).toBe(texts.length);
    const others = await previewMails(lang === 'ko' ? 'en' : 'ko');
    previews.forEach((preview, index) => {
      expect(preview.mail.subject, named(preview)).not.toBe(others[index]?.mail.subject);
    });
  });
});

describe('the preview of mails', () => {
  it('leads from its list to every mail in both languages, as HTML and as text, and from each to the next', async () => {
    const page = await previewPages();
    const linksOf = (path: string) =>
      [...(page(path) ?? '').matchAll(/(?:href|src)="(\/[^"]*)"/gu)].map(([, to]) => to);
    const seen = new Set<string>();
    const toSee = ['/'];
    for (const path of toSee) {
      if (seen.has(path)) continue;
      seen.add(path);
      expect(page(path), path).toMatch(/^<!doctype html>/u);
      // A mail by itself has the links of the mail.
      if (!path.endsWith('.html')) toSee.push(...linksOf(path).map(String));
    }
    const mails = [...(await previewMails('ko')), ...(await previewMails('en'))];
    expect(seen.size).toBe(1 + mails.length * 2);
    expect(linksOf('/')).toHaveLength(mails.length);
  });
});
