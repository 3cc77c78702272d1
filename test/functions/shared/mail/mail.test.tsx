import fc from 'fast-check';
import type { VNode } from 'preact';
import { describe, expect, it } from 'vitest';
import { forms } from '../../../../functions/forms/round-form.ts';
import {
  AnswersTable,
  Button,
  Facts,
  Heading,
  Link,
  List,
  Paragraph,
  Quote,
  Reference,
  Small,
} from '../../../../functions/shared/mail/components.tsx';
import { composeMail, type MailParts } from '../../../../functions/shared/mail/compose.ts';
import { type RenderedMail, renderMail } from '../../../../functions/shared/mail/render.tsx';

const url = 'https://academy.example.kr/r/q1/abcdefghijklmnopqrstuvwxyz';
const Own = ({ name }: { name: string }) => (
  <Paragraph>
    {name} <strong>님</strong>, 안녕하세요.
  </Paragraph>
);
const everything = (typed: string): VNode => (
  <>
    <Own name={typed} />
    {false}
    <Reference label="접수 번호" value="A-27H1-7K3Q-9MX4" />
    <Button lang="ko" href={url}>
      확인하기
    </Button>
    <Heading>질문</Heading>
    <Quote>{`첫 줄\n${typed}`}</Quote>
    <List items={['하나', <Link href="mailto:a@example.kr">a@example.kr</Link>, 3]} />
    <Facts facts={[{ term: '이름', value: typed }]} />
    <AnswersTable pages={[...forms.values()].flatMap(({ pages }) => pages)} typed={{ name: [typed] }} lang="ko" />
  </>
);
const mail = (typed = '김하늘', subject = '지원서를 받았습니다'): RenderedMail =>
  renderMail({
    lang: 'ko',
    subject,
    preheader: '요약 한 줄',
    body: everything(typed),
    footer: <Small>문의: {typed}</Small>,
  });

const unescaped = (html: string) =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
/** The words of the HTML in order, apart from what only HTML needs. */
const wordsOf = (html: string): string[] =>
  unescaped(
    html
      .replace(/^[\s\S]*?<\/head>/, '')
      .replace(/<div style="display:none[\s\S]*?<\/div>/, '')
      .replace(/<p[^>]*data-html-only[\s\S]*?<\/p>/g, '')
      .replace(/<[^>]*>/g, '\n'),
  )
    .split(/\s+/)
    .filter(Boolean);
const ornaments = /^(?:>|-|---|https:\/\/academy\S+)$/;
const textWords = (text: string): string[] => text.split(/\s+/).filter((word) => word && !ornaments.test(word));
const bare = (words: string[]) => words.join('').replaceAll(':', '');

describe('a mail', () => {
  it('says in its text what it says in its HTML, in the same order', () => {
    const { html, text } = mail();
    expect(bare(textWords(text))).toBe(bare(wordsOf(html)));
    expect(text).toContain(`확인하기:\n${url}`);
    expect(text).toContain('> 첫 줄\n> 김하늘');
    expect(text).toContain('이름: 김하늘');
    expect(text.endsWith('문의: 김하늘\n')).toBe(true);
  });

  it('says so whatever a person typed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z가-힣<>&"'/ ]{1,30}$/), (typed) => {
        const { html, text } = mail(typed);
        const plain = (words: string) => words.replace(/[\s:>-]/g, '').replace(/https\S+?z/g, '');
        expect(plain(text).replace(plain(url), '')).toBe(plain(wordsOf(html).join('')));
      }),
      { numRuns: 200 },
    );
  });

  it('escapes what was typed and names its language', () => {
    const { html } = mail('<img src=x onerror=alert(1)>');
    expect(html).not.toContain('<img');
    expect(html).toMatch(/^<!doctype html><html lang="ko">/);
    expect(html).toContain('요약 한 줄');
  });

  it('links to the web, to mail and to the telephone only', () => {
    for (const href of ['javascript:alert(1)', 'data:text/html,x', '/relative', '']) {
      const body = <Button lang="ko" href={href} />;
      expect(() => renderMail({ lang: 'ko', subject: 's', preheader: '', body })).toThrow('a mail links to');
    }
  });
});

describe('a composed mail', () => {
  const compose = async (parts: Partial<MailParts> = {}) => {
    const raw = await composeMail({
      from: '서울 핀테크 아카데미 <no-reply@academy.example.kr>',
      to: 'haneul@example.com',
      mail: mail(),
      date: new Date('2027-01-29T09:00:00Z'),
      messageId: '<entry-1@academy.example.kr>',
      ...parts,
    });
    const whole = Buffer.from(raw).toString();
    const headers = whole.slice(0, whole.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
    return { whole, headers, names: headers.split('\r\n').map((line) => line.slice(0, line.indexOf(':'))) };
  };

  it('has text and HTML, its date, its id and its language', async () => {
    const { whole, headers } = await compose({ headers: { 'X-Academy-Entry': 'e-1' } });
    expect(headers).toContain('Date: Fri, 29 Jan 2027 09:00:00 +0000');
    expect(headers).toContain('Message-ID: <entry-1@academy.example.kr>');
    expect(headers).toContain('Content-Language: ko');
    expect(headers).toContain('Auto-Submitted: auto-generated');
    expect(headers).toContain('X-Academy-Entry: e-1');
    expect(headers).toMatch(/From: =\?UTF-8\?B\?.*<no-reply@academy\.example\.kr>/);
    expect(whole).toMatch(/text\/plain; charset=utf-8[\s\S]*text\/html; charset=utf-8/);
  });

  it('has its calendar as a file beside its words, which no program shows in their place', async () => {
    const { whole } = await compose({ calendar: { method: 'PUBLISH', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR' } });
    expect(whole).toMatch(/^Content-Type: multipart\/mixed/mu);
    const [alternative = ''] = /multipart\/alternative[\s\S]*text\/html/u.exec(whole) ?? [];
    expect(alternative).not.toContain('text/calendar');
    expect(whole).toMatch(
      /text\/calendar; charset=utf-8; method=PUBLISH[\s\S]*Content-Disposition: attachment; filename=classes\.ics/u,
    );
  });

  it('gets no further header from a name, a subject, a header or an id', async () => {
    const { names: usual } = await compose({ replyTo: 'a@example.kr', headers: { 'X-Own': 'x' } });
    for (const end of ['\r\n', '\n', '\r', '\u2028', '\u0000', '\u0085']) {
      const evil = `a${end}Bcc: evil@example.com${end}${end}body`;
      const { names, headers } = await compose({
        from: { name: evil, address: 'no-reply@academy.example.kr' },
        to: { name: evil, address: 'haneul@example.com' },
        replyTo: { name: evil, address: 'a@example.kr' },
        mail: { ...mail(), subject: evil },
        headers: { 'X-Own': evil },
        messageId: `<a${end}Bcc:evil@example.com>`,
      });
      expect(names.toSorted()).toEqual(usual.toSorted());
      expect(headers).not.toMatch(/^Bcc:/m);
    }
  });

  it('goes to one plain address and to no other', async () => {
    for (const to of [
      'a@b.kr, c@d.kr',
      'a@b.kr\r\nBcc: c@d.kr',
      'a',
      '',
      'a b@c.kr',
      'x <a@b.kr>, c@d.kr',
      'a@b@c.kr',
    ]) {
      await expect(compose({ to })).rejects.toThrow('not a single plain');
    }
    await expect(compose({ headers: { 'X-A: b\r\nBcc': 'x' } })).rejects.toThrow(
      expect.objectContaining({ name: 'HeaderMalformed' }),
    );
  });
});
