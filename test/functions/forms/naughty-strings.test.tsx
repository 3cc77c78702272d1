import { createRequire } from 'node:module';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { forms } from '../../../functions/forms/round-form.ts';
import { AnswersTable } from '../../../functions/shared/mail/components.tsx';
import { renderMail } from '../../../functions/shared/mail/render.tsx';
import { answersOf } from '../../../functions/shared/pages/answers.ts';
import { Fields } from '../../../functions/shared/pages/fields.tsx';
import { check, controlNames, decode } from '../../../functions/shared/pages/form.ts';

const naughty = z.array(z.string()).parse(createRequire(import.meta.url)('big-list-of-naughty-strings'));

describe.each([...forms.values()])('what nobody expects to be typed into $id', ({ pages }) => {
  it('breaks no field, lets no markup through, and what is accepted is shown and mailed back the same', () => {
    expect(naughty.length).toBeGreaterThan(400);
    let accepted = 0;
    for (const typedText of [...naughty, `\ud800${'가'.normalize('NFD')}\u202e`.repeat(30), '\u0000'.repeat(100)]) {
      for (const page of pages) {
        const controls = Object.entries(page.fields).flatMap(([name, field]) => controlNames(name, field));
        const typed = decode(page, new Map(controls.map((control) => [control, [typedText, typedText].slice(0, 1)])));
        const result = check(page, typed, 'en');
        const errors = result.ok ? [] : result.errors;
        const html = renderToString(<Fields page={page} typed={typed} errors={errors} lang="en" />);
        expect(html).not.toMatch(
          /<(?!\/?(?:div|label|span|p|svg|circle|path|input|fieldset|legend|select|option|textarea)\b)/,
        );
        const rows = answersOf([page], typed, 'en').flatMap((answers) => answers.rows);
        const body = <AnswersTable pages={[page]} typed={typed} lang="en" />;
        const { text } = renderMail({ lang: 'en', subject: 's', preheader: '', body });
        for (const [name, field] of Object.entries(page.fields)) {
          if (errors.some((error) => error.field === name) || field.optional || field.options) continue;
          accepted += 1;
          const value = rows.find((row) => row.field === name)?.value ?? '';
          const words = (lines: string) => lines.split(/\s+/).filter(Boolean).join(' ');
          expect(words(text)).toContain(words(value));
        }
      }
    }
    expect(accepted).toBeGreaterThan(100);
  });
});
