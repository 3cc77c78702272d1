import type { Lang, Text } from '../i18n.ts';
import { SummaryList } from './components.tsx';

const words = {
  typed: { ko: '입력하신 내용', en: 'What you entered' },
  copy: {
    ko: '다른 곳에 옮겨 적으시려면 아래 내용을 복사해 두십시오.',
    en: 'You can copy it from here to keep it.',
  },
} as const satisfies Record<string, Text>;

export interface UnsavedWord {
  readonly term: string;
  readonly value: string;
}

/** What somebody typed that was not saved, to be read and copied; nothing if nothing was. */
export const UnsavedWords = ({ rows, lang }: { readonly rows: readonly UnsavedWord[]; readonly lang: Lang }) =>
  rows.length > 0 && (
    <section class="answers">
      <h2>{words.typed[lang]}</h2>
      <p>{words.copy[lang]}</p>
      <SummaryList rows={rows} />
    </section>
  );
