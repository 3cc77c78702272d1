import type { Lang, Text } from '../i18n.ts';
import { SummaryList } from './components.tsx';
import type { FormPage } from './form.ts';

const words = {
  title: { ko: '항목별 이용 목적 보기', en: 'What we use each answer for' },
} as const satisfies Record<string, Text>;

/** What each answer is used for, in the order in which they are asked; closed until somebody wants to know. */
export function Purposes({ pages, lang }: { readonly pages: readonly FormPage[]; readonly lang: Lang }) {
  const rows = pages.flatMap(({ fields }) =>
    Object.values(fields).flatMap(({ label, data }) =>
      data ? [{ term: label[lang], value: data.purpose[lang] }] : [],
    ),
  );
  return (
    <details>
      <summary>{words.title[lang]}</summary>
      <div>
        <SummaryList rows={rows} />
      </div>
    </details>
  );
}
