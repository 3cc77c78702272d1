import * as z from 'zod';
import type { Lang } from '../../shared/i18n.ts';
import { Actions, Button, ButtonLink, PageForm } from '../../shared/pages/components.tsx';
import { ErrorText } from '../../shared/pages/field-parts.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { check, dateParts, type FieldError, formPage, type Typed } from '../../shared/pages/form.ts';
import type { Upload } from '../../shared/pages/read-upload.ts';
import type { Choice } from '../../shared/pages/two-acts.tsx';
import { type LocalDate, localDateSchema } from '../../shared/time.ts';
import { paymentsPaths } from './payments-paths.ts';
import { paymentsWords as words } from './payments-words.ts';

/** What is entered beside the file. */
export const resultForm = formPage({
  id: 'bank-result',
  title: words.result,
  fields: {
    paidOn: { widget: 'date', label: words.day, hint: words.dayHint, schema: localDateSchema },
    sure: { widget: 'checkbox', label: words.sure, missing: words.sureMissing, schema: z.literal(true) },
  },
});

const fileField = 'file';

/** The day of payment as the form has it before anybody has typed: the one that was planned. */
export const plannedDay = (payOn: LocalDate): Typed => {
  const parts = payOn.split('-');
  return Object.fromEntries(dateParts.map((part, index) => [`paidOn.${part}`, [String(Number(parts[index]))]]));
};

/** What was uploaded, and when it was paid; or all that is missing of it. */
export function readResultForm(
  typed: Typed,
  upload: Upload | undefined,
  lang: Lang,
): Choice<{ readonly bytes: Uint8Array; readonly paidOn: LocalDate }> {
  const bytes = upload?.files.get(fileField);
  const checked = check(resultForm, typed, lang);
  const fileErrors = bytes ? [] : [{ field: fileField, message: words.fileMissing[lang], control: 'result-file' }];
  if (bytes && checked.ok) return { answer: { bytes, paidOn: checked.values.paidOn } };
  return { errors: [...fileErrors, ...(checked.ok ? [] : checked.errors)] };
}

/** The upload of what the bank says. Who uploads has proved it before: no file is chosen twice. */
export function ResultForm(props: {
  readonly id: string;
  readonly proveAt: string | undefined;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
}) {
  const { id, proveAt, typed, errors, lang } = props;
  if (proveAt !== undefined) {
    return (
      <>
        <h2>{words.result[lang]}</h2>
        <p>{words.proveFirst[lang]}</p>
        <Actions>
          <ButtonLink href={proveAt}>{words.prove[lang]}</ButtonLink>
        </Actions>
      </>
    );
  }
  const error = errors.find(({ field }) => field === fileField);
  return (
    <PageForm id="bank-result" action={paymentsPaths.result(id)} withFile>
      <h2>{words.result[lang]}</h2>
      <p>{words.proved[lang]}</p>
      <div class={error ? 'field bad' : 'field'}>
        <label for="result-file">{words.chooseFile[lang]}</label>
        <p class="hint" id="result-file-hint">
          {words.resultHint[lang]}
        </p>
        {error && (
          <ErrorText name="result-file" field={resultForm.fields.sure} typed={typed} error={error} lang={lang} />
        )}
        <input
          id="result-file"
          type="file"
          name={fileField}
          aria-describedby={error ? 'result-file-hint result-file-error' : 'result-file-hint'}
          aria-invalid={error ? true : undefined}
        />
      </div>
      <Fields page={resultForm} typed={typed} errors={errors} lang={lang} />
      <Actions>
        <Button>{words.confirm[lang]}</Button>
      </Actions>
    </PageForm>
  );
}
