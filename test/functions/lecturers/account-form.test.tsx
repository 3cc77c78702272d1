import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { accountForm } from '../../../functions/lecturers/pages/account-form.ts';
import { Fields } from '../../../functions/shared/pages/fields.tsx';

it('the form of a bank account keeps nothing that is typed in the browser: each of its fields says so', () => {
  const typed = { bank: ['004'], account: ['110-123-456789'], holder: ['김하온'] };
  const fields = renderToString(<Fields page={accountForm} typed={typed} lang="ko" />).split('<div class="field"');
  expect(fields).toHaveLength(1 + Object.keys(accountForm.fields).length);
  for (const field of fields.slice(1)) expect(field).toMatch(/^ data-uncopied/u);
});
