import type { ComponentChildren } from 'preact';
import type { Lang, Text } from '../i18n.ts';
import { Notice, SummaryList } from './components.tsx';

const words = {
  title: { ko: '입력하신 내용은 저장되지 않았습니다', en: 'What you entered was not saved' },
  text: {
    ko: '필요하시면 아래 내용을 복사해 두십시오.',
    en: 'You can copy it from here if you need it.',
  },
} as const satisfies Record<string, Text>;

/** What came when it could not be taken any more: shown, so that it is not lost. */
export const NotKept = (props: {
  readonly rows: readonly { readonly term: string; readonly value: string }[];
  /** Why, where the page does not say it. */
  readonly why?: Text;
  readonly lang: Lang;
  /** A form that posts it once more, for the switch of languages. */
  readonly children?: ComponentChildren;
}) =>
  props.rows.length > 0 ? (
    <Notice kind="warning" title={words.title[props.lang]}>
      <p>
        {props.why && `${props.why[props.lang]} `}
        {words.text[props.lang]}
      </p>
      <SummaryList rows={props.rows} />
      {props.children}
    </Notice>
  ) : null;
