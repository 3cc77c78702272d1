import * as z from 'zod';
import { formPage } from '../../shared/pages/form.ts';
import { personName } from '../../shared/text/normalise.ts';
import { normaliseLine } from '../../shared/text/text.ts';
import { banks } from '../banks.ts';
import { accountWords as words } from './account-texts.ts';

/** Digits as they were typed, in one kind of hyphen. */
const accountNumber = z
  .string()
  .transform((typed) =>
    normaliseLine(typed)
      .replaceAll(/\s/gu, '')
      .replaceAll(/[\p{Pd}\u2212]/gu, '-'),
  )
  .refine((number) => /^\d+(?:-\d+)*$/u.test(number) && /^\d{8,20}$/u.test(number.replaceAll('-', '')));

/** What a lecturer is asked for. Nothing of it is kept in a browser, and nothing asks for a number of a resident. */
export const accountForm = formPage({
  id: 'account',
  title: words.title,
  fields: {
    bank: {
      widget: 'select',
      label: words.bank,
      missing: words.bankMissing,
      uncopied: true,
      options: banks.map(({ code, ko, en }) => ({
        value: code,
        label: { ko: `${ko} (${code})`, en: `${en} (${code})` },
      })),
      schema: z.string(),
    },
    account: {
      widget: 'text',
      label: words.account,
      hint: words.accountHint,
      missing: words.accountMissing,
      invalid: words.accountWrong,
      maxLength: 40,
      uncopied: true,
      schema: accountNumber,
    },
    holder: {
      widget: 'text',
      label: words.holder,
      hint: words.holderHint,
      missing: words.holderMissing,
      maxLength: 60,
      uncopied: true,
      schema: personName,
    },
  },
});
