import type { Lang } from '../../shared/i18n.ts';
import type { SummaryRow } from '../../shared/pages/components.tsx';
import { slotState } from '../deciding.ts';
import type { SlotFiles } from '../document.ts';
import { formatsText } from '../formats.ts';
import type { Asked } from '../owners.ts';
import type { Slot } from '../slot.ts';
import { closesText, issueRule, sizeText, slotStateText, words } from './document-texts.ts';

/** What a slot wants, said before anything is chosen. */
export const limitRows = (slot: Slot, { closesAt }: Pick<Asked, 'closesAt'>, lang: Lang): SummaryRow[] => [
  { term: words.formats[lang], value: formatsText(slot.formats)[lang] },
  { term: words.size[lang], value: sizeText[lang] },
  ...(slot.issuedWithinDays === undefined
    ? []
    : [{ term: words.issue[lang], value: issueRule(slot.issuedWithinDays)[lang] }]),
  ...(closesAt ? [{ term: words.closes[lang], value: closesText(closesAt)[lang] }] : []),
];

const filesOf = (stored: readonly SlotFiles[], { id }: Slot) => stored.find(({ slot }) => slot === id)?.files ?? [];

/** All that is asked for, each with where it stands and the way to it. */
export const SlotList = (props: {
  readonly asked: Asked;
  readonly stored: readonly SlotFiles[];
  readonly href: (slot: string) => string;
  readonly lang: Lang;
}) => (
  <ul class="desk-list">
    {props.asked.slots.map((slot) => (
      <li key={slot.id}>
        <a href={props.href(slot.id)}>
          {slot.label[props.lang]} {words[slot.required ? 'required' : 'optional'][props.lang]}
        </a>
        <p>{slotStateText(slotState(filesOf(props.stored, slot)), props.asked)[props.lang]}</p>
      </li>
    ))}
  </ul>
);
