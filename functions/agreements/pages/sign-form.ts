import * as z from 'zod';
import { codeField } from '../../codes/pages/code-field.ts';
import type { Text } from '../../shared/i18n.ts';
import { formPage } from '../../shared/pages/form.ts';
import { longText, personName } from '../../shared/text/normalise.ts';
import { words } from './agreement-words.ts';
import { namedWords } from './named-words.ts';

/** What signs: its words name the agreement as its title does. */
export const signForm = (title: Pick<Text, 'ko'>) => {
  const named = namedWords(title);
  return formPage({
    id: 'sign',
    title: words.sign,
    fields: {
      name: {
        widget: 'text',
        label: words.name,
        hint: named.nameHint,
        autocomplete: 'name',
        maxLength: 150,
        uncopied: true,
        schema: personName,
      },
      intent: {
        widget: 'checkbox',
        label: named.intent,
        missing: named.intentMissing,
        uncopied: true,
        schema: z.literal(true),
      },
      method: {
        widget: 'checkbox',
        label: words.method,
        missing: words.methodMissing,
        uncopied: true,
        schema: z.literal(true),
      },
    },
  });
};

export const signCodeForm = formPage({
  id: 'code',
  title: words.enter,
  fields: { code: codeField({ label: words.code, missing: words.codeMissing, autocomplete: 'one-time-code' }) },
});

export const refuseForm = formPage({
  id: 'refuse',
  title: words.refuse,
  fields: {
    reason: {
      widget: 'textarea',
      label: words.reason,
      missing: words.reasonMissing,
      maxLength: 500,
      schema: longText({ min: 1, max: 500 }),
    },
  },
});
