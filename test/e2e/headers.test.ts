import { beforeAll, describe, expect, it } from 'vitest';
import { pagesOf } from '../../functions/forms/round-form.ts';
import type { Round } from '../../functions/rounds/round.ts';
import { answers, apply, emailOf, fill, linkIn, mailTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { withApplicant, withOfficer } from '../support/intake/intake.ts';
import { mailsIn } from '../support/mails.ts';
import { type Visitor, visitor } from '../support/visitor.ts';

let at: TestCloud;
let round: Round;
beforeAll(async () => {
  at = await testCloud();
  round = await at.round();
});

describe('every page', () => {
  it('has the headers that keep it to itself, and no personal data in an address', async () => {
    const form = answers();
    const { browser } = await fill(at, round, form);
    const sent = await apply(at, round);
    const { link, reference } = await withOfficer(at, round);
    const { questionLink, email } = await withApplicant(at, round);
    const receipt = await mailTo(at, sent.email, '접수했습니다');
    const paths: readonly (readonly [Visitor, string])[] = [
      ...['/', `/rounds/${round.id}`, `/rounds/${round.id}/address`, `/rounds/${round.id}/code`, '/nothing'].map(
        (path) => [browser, path] as const,
      ),
      ...[
        '/apply',
        '/apply/check',
        '/apply/later',
        '/apply/later-sent',
        ...pagesOf(round).map(({ id }) => `/apply/${id}`),
      ].map((path) => [browser, path] as const),
      ...['', '/sent', '/answers', '/withdraw'].map((path) => [sent.browser, `/application${path}`] as const),
      ...[link, `${link}/hand-over`, questionLink, linkIn(receipt, at.baseUrl), '/r/x/y', '/a/x/y'].map(
        (path) => [visitor(at.baseUrl), path] as const,
      ),
    ];
    const personal = [emailOf(form), sent.email, email, sent.reference, reference, String(form['about-you'].name)];
    const noneIn = (address: string) => {
      const { search } = new URL(address, at.baseUrl);
      expect(search).toMatch(/^(?:|\?lang=(?:ko|en)|\?return=check)$/u);
      for (const secret of personal) expect(decodeURIComponent(search)).not.toContain(secret);
    };
    for (const [by, path] of paths) {
      const response = await by.once('GET', path);
      const html = await response.text();
      const header = (name: string) => response.headers.get(name) ?? '';
      noneIn(path);
      noneIn(header('location') || '/');
      expect(header('content-security-policy')).toContain("default-src 'none'");
      expect(header('content-security-policy')).toContain("script-src 'self';");
      expect(header('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(header('content-security-policy')).toContain("form-action 'self'");
      expect(header('content-security-policy')).not.toMatch(/unsafe|sandbox/u);
      expect(header('referrer-policy')).toBe('same-origin');
      expect(header('x-content-type-options')).toBe('nosniff');
      expect(header('x-frame-options')).toBe('DENY');
      expect(header('cache-control')).toBe('no-store');
      expect(header('x-powered-by')).toBe('');
      if (html.length > 2000) expect(header('content-encoding'), path).toBe('gzip');
      expect(html).not.toMatch(/<script(?! defer src="\/assets\/)|<iframe|\son\w+=|javascript:|style="/u);
      for (const [, address = ''] of html.matchAll(/(?:href|action|src)="([^"]*)"/gu)) {
        if (!/^(?:mailto|tel):/u.test(address)) noneIn(address.replaceAll('&amp;', '&'));
      }
      for (const cookie of response.headers.getSetCookie()) expect(cookie).toMatch(/; HttpOnly; SameSite=Lax/u);
    }
    for (const mail of await mailsIn(at.cloud).all()) {
      for (const [address] of `${mail.html} ${mail.text}`.matchAll(/https?:\/\/localhost[^\s"<>]*/gu)) noneIn(address);
    }
  });
});
