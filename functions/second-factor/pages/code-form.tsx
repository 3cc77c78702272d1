import { codeField } from '../../codes/pages/code-field.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Actions, Button, PageForm } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { type FieldError, formPage, type Typed } from '../../shared/pages/form.ts';

const words = {
  code: { ko: '확인 번호 여섯 자리', en: 'Six-digit code' },
  missing: {
    ko: '운영자가 알려 드린 여섯 자리 확인 번호를 입력해 주십시오. 예: 482913',
    en: 'Enter the six digits that an operator told you, for example 482913.',
  },
  over: {
    ko: '이 확인 번호는 사용하실 수 없습니다. 받은 번호가 없거나, 시간이 지났거나, 이미 사용했거나, 다섯 번 잘못 입력되었습니다. 운영자에게 새 번호를 요청해 주십시오.',
    en: 'This code cannot be used: none was given, its time has passed, it was used, or it was entered wrongly five times. Ask an operator for another one.',
  },
} as const satisfies Record<string, Text>;

const wrongText = (left: number): Text => ({
  ko: `확인 번호가 맞지 않습니다. 운영자가 알려 드린 여섯 자리 숫자를 확인해 주십시오. ${left}번 더 입력하실 수 있습니다.`,
  en: `The code is not right. Check the six digits that the operator told you. You can try ${left === 1 ? 'once' : `${left} times`} more.`,
});

/** A code that an operator has told somebody. */
export const givenCodePage = formPage({
  id: 'given-code',
  title: words.code,
  fields: {
    code: codeField({ label: words.code, missing: words.missing, autocomplete: 'off' }),
  },
});

/** What is said of a code that was not taken. */
export const codeError = (
  entered: { readonly kind: 'wrong'; readonly triesLeft: number } | { readonly kind: 'over' },
  lang: Lang,
): FieldError => ({
  field: 'code',
  message: (entered.kind === 'wrong' && entered.triesLeft > 0 ? wrongText(entered.triesLeft) : words.over)[lang],
});

export const GivenCodeForm = (props: {
  readonly action: string;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
  readonly button: Text;
}) => (
  <PageForm id="by-code" action={props.action}>
    <Fields page={givenCodePage} typed={props.typed} errors={props.errors} lang={props.lang} />
    <Actions>
      <Button kind="tertiary">{props.button[props.lang]}</Button>
    </Actions>
  </PageForm>
);
