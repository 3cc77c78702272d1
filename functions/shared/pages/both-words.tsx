import type { Lang, Text } from '../i18n.ts';
import { answersOf } from './answers.ts';
import { Actions, Button, ErrorIcon, PageForm } from './components.tsx';
import { controlId, controlNames, type FieldError, type FormPage, type Typed } from './form.ts';
import { Layout, type LayoutProps } from './layout.tsx';
import { type Form, html, type PageResponse } from './request.ts';

/*
 * A form that comes back over newer words: nothing is saved, both are shown, and the person chooses, field by field. The
 * page carries along what was typed, so that neither is lost before that.
 */

const words = {
  title: { ko: '다른 곳에서 저장하신 내용이 있습니다', en: 'You have saved something else in the meantime' },
  lead: {
    ko: '이 화면을 여신 뒤에 다른 창이나 다른 기기에서 같은 항목을 저장하셨습니다. 지금 보내신 내용은 아직 저장하지 않았고, 저장되어 있던 내용도 그대로 있습니다. 항목마다 남기실 내용을 선택해 주십시오.',
    en: 'After you opened this page, you saved the same answers in another window or on another device. We have not saved what you just sent, and what you saved before is still there. Choose which to keep for each answer.',
  },
  mine: { ko: '이 화면에서 입력하신 내용', en: 'What you entered on this page' },
  newer: { ko: '다른 곳에서 저장하신 내용', en: 'What you saved elsewhere' },
  save: { ko: '선택한 내용 저장하기', en: 'Save your choice' },
} as const satisfies Record<string, Text>;
const unchosen = (label: string): Text => ({
  ko: `${label}: 남기실 내용을 선택해 주십시오.`,
  en: `${label}: choose which one to keep.`,
});

const choosing = 'choosing';
const choices = ['mine', 'newer'] as const;
type Choice = (typeof choices)[number];
const choiceName = (field: string): string => `keep-${field}`;

/** The fields of a page that were typed differently. */
export const differing = (page: FormPage, mine: Typed, newer: Typed): readonly string[] =>
  Object.entries(page.fields).flatMap(([name, field]) => {
    const same = controlNames(name, field).every((control) => written(mine, control) === written(newer, control));
    return same ? [] : [name];
  });

/** What a control has that is not there counts as left blank. */
const written = (typed: Typed, control: string): string => JSON.stringify((typed[control] ?? []).filter(Boolean));

/** Whether a form comes from the page that shows both. */
export const isChoosing = (form: Form): boolean => form.has(choosing);

const chosenFor = (form: Form, field: string): Choice | undefined => {
  const chosen = form.get(choiceName(field))?.at(-1);
  return choices.find((choice) => choice === chosen);
};

/** What a person has chosen to keep, or the fields for which they have not chosen. */
export function chosenOfBoth(
  page: FormPage,
  mine: Typed,
  newer: Typed,
  form: Form,
  lang: Lang,
): { readonly typed: Typed } | { readonly errors: readonly FieldError[] } {
  const fields = differing(page, mine, newer);
  const errors = fields
    .filter((name) => !chosenFor(form, name))
    .map((name) => ({
      field: choiceName(name),
      message: unchosen(labelOf(page, name, lang))[lang],
    }));
  if (errors.length > 0) return { errors };
  const taken = fields
    .filter((name) => chosenFor(form, name) === 'newer')
    .flatMap((name) => controlsOf(page, name).map((control) => [control, newer[control] ?? []] as const));
  return { typed: { ...mine, ...Object.fromEntries(taken) } };
}

const labelOf = (page: FormPage, name: string, lang: Lang): string => {
  const field = page.fields[name];
  return (field?.panel?.title ?? field?.label)?.[lang] ?? '';
};

const controlsOf = (page: FormPage, name: string): readonly string[] => {
  const field = page.fields[name];
  return field ? controlNames(name, field) : [];
};

/** Both texts of each field that differs. It is posted to where the form was posted. */
export const bothWords = (
  props: Pick<LayoutProps, 'lang' | 'eyebrow' | 'contact' | 'home'> & {
    readonly page: FormPage;
    readonly mine: Typed;
    readonly newer: Typed;
    readonly action: string;
    /** What the form carries beside the words: with the revision in which the newer ones are. */
    readonly hidden: Readonly<Record<string, string>>;
    /** Once this page was sent: what was chosen on it, and what was not. */
    readonly form?: Form;
    readonly errors?: readonly FieldError[];
  },
): PageResponse => {
  const { page, mine, newer, action, hidden, form, errors = [], ...frame } = props;
  const { lang } = frame;
  return html(
    <Layout {...frame} title={words.title[lang]} lead={words.lead[lang]} errors={errors} formId="form">
      <PageForm id="form" action={action} hidden={{ ...mine, ...hidden, [choosing]: 'yes' }}>
        {differing(page, mine, newer).map((name) => (
          <Both
            key={name}
            name={choiceName(name)}
            label={labelOf(page, name, lang)}
            texts={{ mine: textOf(page, name, mine, lang), newer: textOf(page, name, newer, lang) }}
            chosen={form && chosenFor(form, name)}
            error={errors.find(({ field }) => field === choiceName(name))}
            lang={lang}
          />
        ))}
        <Actions>
          <Button>{words.save[lang]}</Button>
        </Actions>
      </PageForm>
    </Layout>,
    { status: errors.length > 0 ? 422 : 409 },
  );
};

const textOf = (page: FormPage, name: string, typed: Typed, lang: Lang): string =>
  answersOf([page], typed, lang)
    .flatMap(({ rows }) => rows)
    .find(({ field }) => field === name)?.value ?? '';

function Both(props: {
  readonly name: string;
  readonly label: string;
  readonly texts: Readonly<Record<Choice, string>>;
  readonly chosen: Choice | undefined;
  readonly error: FieldError | undefined;
  readonly lang: Lang;
}) {
  const { name, label, texts, chosen, error, lang } = props;
  const idOf = (choice: Choice) => (choice === 'mine' ? controlId(name) : `${controlId(name)}-${choice}`);
  return (
    <div class={error ? 'field bad' : 'field'}>
      <fieldset aria-describedby={error && `${name}-error`}>
        <legend>{label}</legend>
        {error && (
          <p class="err" id={`${name}-error`}>
            <ErrorIcon />
            <span>{error.message}</span>
          </p>
        )}
        <div class="picks one">
          {choices.map((choice) => (
            <div key={choice} class="pick">
              <input
                type="radio"
                id={idOf(choice)}
                name={name}
                value={choice}
                checked={chosen === choice}
                aria-describedby={`${idOf(choice)}-text`}
              />
              <label for={idOf(choice)}>{words[choice][lang]}</label>
              <p class="pick-hint typed" id={`${idOf(choice)}-text`}>
                {texts[choice]}
              </p>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
