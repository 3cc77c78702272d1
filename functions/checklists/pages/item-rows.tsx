import type { Lang } from '../../shared/i18n.ts';
import type { SummaryRow } from '../../shared/pages/components.tsx';
import { formatWon } from '../../shared/text/won.ts';
import { closeOfDay, formatDate, type Instant } from '../../shared/time.ts';
import { type Checklist, itemIn } from '../checklist.ts';
import { type Item, isSettled, isToDo } from '../item.ts';
import { evidenceTexts, itemStateTexts, unansweredText, words } from './checklist-words.ts';

export const labelText = ({ label, required }: Item, lang: Lang): string =>
  `${label[lang]} ${words[required ? 'required' : 'optional'][lang]}`;

export const stateText = (item: Item, lang: Lang): string =>
  (isToDo(item) && item.unansweredSince !== undefined ? unansweredText : itemStateTexts[item.state])[lang];

/** When it is due, and that the day has passed with something left to do. */
export const dueText = (item: Item, { lang, now }: { readonly lang: Lang; readonly now: Instant }): string => {
  const isLate = isToDo(item) && closeOfDay(item.dueOn) <= now;
  return `${formatDate(item.dueOn, lang)}${isLate ? ` (${words.overdue[lang]})` : ''}`;
};

/** What is asked for, for whoever does it and whoever decides. */
export function itemRows(
  list: Checklist,
  item: Item,
  page: { readonly lang: Lang; readonly now: Instant },
): SummaryRow[] {
  const { lang } = page;
  const replaced = item.replaces === undefined ? undefined : itemIn(list, item.replaces);
  return [
    { term: words.due[lang], value: dueText(item, page) },
    { term: words.evidence[lang], value: evidenceTexts[item.evidence][lang] },
    ...(item.hint ? [{ term: words.hint[lang], value: item.hint[lang] }] : []),
    ...(item.amount === undefined ? [] : [{ term: words.amount[lang], value: formatWon(item.amount)[lang] }]),
    ...(replaced ? [{ term: words.replaces[lang], value: replaced.label[lang] }] : []),
  ];
}

interface ItemListProps {
  readonly items: readonly Item[];
  /** Where each leads; nowhere for who only reads. */
  readonly href?: (item: Item) => string;
  /** Who does it, if that is told. */
  readonly doers?: Checklist['doers'];
  readonly lang: Lang;
  readonly now: Instant;
}

/** Some items, each with where it stands and by when it is due. */
export const ItemList = ({ items, href, doers, lang, now }: ItemListProps) => (
  <ul class="desk-list">
    {items.map((item) => (
      <li key={item.id}>
        {href ? <a href={href(item)}>{labelText(item, lang)}</a> : <strong>{labelText(item, lang)}</strong>}
        <p>
          {stateText(item, lang)}
          {doers?.[item.doer] && ` · ${doers[item.doer]?.title[lang]}`}
        </p>
        {item.amount !== undefined && <p>{formatWon(item.amount)[lang]}</p>}
        {!isSettled(item) && (
          <p class="when">
            {words.due[lang]} {dueText(item, { lang, now })}
          </p>
        )}
      </li>
    ))}
  </ul>
);
