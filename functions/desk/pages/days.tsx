import type { Lang, Text } from '../../shared/i18n.ts';
import { formatDate, type LocalDate } from '../../shared/time.ts';

const words = {
  after: { ko: '부터', en: ' to' },
  end: { ko: '까지', en: '' },
} as const satisfies Record<string, Text>;

/** Days from one to another, each of the two on one line. */
export function Days({ from, to, lang }: { readonly from: LocalDate; readonly to: LocalDate; readonly lang: Lang }) {
  const [first, last] = [formatDate(from, lang), formatDate(to, lang)];
  if (from === to) return <span class="nowrap">{first}</span>;
  return (
    <>
      <span class="nowrap">
        {first}
        {words.after[lang]}
      </span>{' '}
      <span class="nowrap">
        {last}
        {words.end[lang]}
      </span>
    </>
  );
}
