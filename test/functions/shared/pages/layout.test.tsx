import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { scriptPath, stylesheetPath } from '../../../../functions/assets/addresses.ts';
import { Panel, SummaryList, Timeline } from '../../../../functions/shared/pages/components.tsx';
import { Layout, type LayoutProps } from '../../../../functions/shared/pages/layout.tsx';

const render = (props: Partial<LayoutProps> = {}) =>
  renderToString(
    <Layout lang="ko" title="경력" {...props}>
      {props.children ?? <p>본문</p>}
    </Layout>,
  );
const errors = [{ field: 'birthDate', message: '<일>을 입력해 주십시오.', control: 'birthDate-day' }];

describe('the frame of a page', () => {
  it('has nothing inline, one style sheet and one script of its own', () => {
    const page = render({ errors, formId: 'form' });
    expect(page).not.toMatch(/<script[^>]*>[^<]|<style|\sstyle=|\son\w+=|https?:\/\//);
    expect(page.match(/<script[^>]*>/g)).toEqual([`<script defer src="${scriptPath}">`]);
    expect(page).toContain(`href="${stylesheetPath}"`);
    expect(stylesheetPath).toMatch(/^\/assets\/pages\.[0-9a-f]{12}\.css$/);
    expect(scriptPath).toMatch(/^\/assets\/pages\.[0-9a-f]{12}\.js$/);
  });

  it('begins its title with the word error and leads to the fields when something has to be put right', () => {
    expect(render({ errors })).toContain('<title>오류: 경력 · 서울 핀테크 아카데미</title>');
    expect(render({ errors, lang: 'en' })).toContain('<title>Error: 경력 · Seoul Fintech Academy</title>');
    expect(render()).toContain('<title>경력 · ');
    expect(render({ errors })).toMatch(/role="alert"[^>]*autofocus[\s\S]*href="#birthDate-day">&lt;일>/);
  });

  it('switches the language by links if nothing can be lost', () => {
    const page = render({ path: '/start' });
    expect(page).toContain('href="/start?lang=en"');
    expect(page).not.toContain('name="switch"');
  });

  it('switches the language of a form by sending it, and not by Enter in a text field', () => {
    const page = render({ formId: 'form' });
    const [first, ...others] = page.match(/<button[^>]*form="form"[^>]*>/g) ?? [];
    expect(first).toMatch(/aria-hidden="true" tabindex="-1"/i);
    expect(first).not.toContain('name=');
    expect(others.every((button) => button.includes('name="switch"') && /formnovalidate/i.test(button))).toBe(true);
    expect(others).toHaveLength(2);
  });

  it('sends a form by Enter as it is where the name in the header saves it and leads away', () => {
    const page = render({
      formId: 'form',
      home: { go: 'list' },
      steps: { steps: [{ id: 'a', label: { ko: '가', en: 'a' }, complete: true, open: true, href: '/a' }], now: 1 },
    });
    const [first, ...others] = page.match(/<button[^>]*form="form"[^>]*>/g) ?? [];
    expect(first).not.toContain('name=');
    expect(others.map((button) => /value="([^"]*)"/.exec(button)?.[1])).toEqual(['go:list', 'ko', 'en', 'go:a']);
  });

  it('says whom to ask', () => {
    const contact = { email: 'a@example.kr', phone: '02-2133-0000', hours: { ko: '평일', en: 'weekdays' } };
    expect(render({ contact })).toMatch(/href="tel:0221330000"[\s\S]*평일[\s\S]*href="mailto:a@example.kr"/);
  });
});

describe('the components', () => {
  it('show the reference in large type, kept from being translated', () => {
    expect(renderToString(<Panel title="제출" reference="A-27H1-7K3Q-9MX4" />)).toMatch(
      /<strong class="notranslate">A-27H1-7K3Q-9MX4/,
    );
  });

  it('name in a change link what it changes', () => {
    const rows = [{ term: '이름', value: '<b>', change: { href: '/apply/about-you#name', label: '수정하기' } }];
    expect(renderToString(<SummaryList rows={rows} />)).toMatch(/&lt;b>[\s\S]*수정하기<span class="sr">: 이름/);
  });

  it('say in words where one is', () => {
    const entries = [
      { title: '제출', state: 'done' as const },
      { title: '확인', state: 'now' as const },
      { title: '면접' },
    ];
    const html = renderToString(<Timeline lang="ko" entries={entries} />);
    expect(html).toMatch(
      /제출<span class="sr"> \(완료\)[\s\S]*aria-current="step"[\s\S]*<span class="timeline-now">지금<\/span> 확인/,
    );
  });
});
