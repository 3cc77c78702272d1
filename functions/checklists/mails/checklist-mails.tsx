import type { Lang, Text } from '../../shared/i18n.ts';
import { Facts, Heading, Paragraph, Quote } from '../../shared/mail/components.tsx';
import { ContactFooter } from '../../shared/mail/contact-footer.tsx';
import { framedMail } from '../../shared/mail/framed-mail.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import type { Contact } from '../../shared/pages/layout.tsx';
import { formatWon } from '../../shared/text/won.ts';
import { closeOfDay, dueInSubject, formatDate } from '../../shared/time.ts';
import { type Checklist, dueOf } from '../checklist.ts';
import type { Item } from '../item.ts';
import type { OwnerTold } from '../owners.ts';
import { checklistMailWords as words } from './texts.ts';

interface About {
  readonly list: Checklist;
  readonly told: OwnerTold;
  readonly lang: Lang;
}

const footerOf = ({
  title,
  contact,
  contactOf = title,
}: OwnerTold): { readonly title: Text; readonly contact: Contact } | undefined =>
  contact && { title: contactOf, contact };

/** What somebody has to do of a list, each with its day, and why it came back. */
export function askedMail(
  { list, told, lang }: About,
  items: readonly Item[],
  { link, why }: { readonly link: string; readonly why: 'asked' | 'moved' | 'reminder' },
): RenderedMail {
  const says = words[why];
  const due = dueInSubject(closeOfDay(dueOf(items) ?? list.day));
  return framedMail(
    {
      lang,
      subject: says.subject(list.title, items.length, due)[lang],
      preheader: words.preheader[lang],
      button: { href: link, label: words.open[lang] },
      small: words.private[lang],
      footer: <ContactFooter of={footerOf(told)} lang={lang} />,
    },
    <>
      <Paragraph>{says.text[lang]}</Paragraph>
      <Facts facts={[{ term: words.of[lang], value: told.title[lang] }]} />
      {items.map((item) => (
        <>
          <Heading>
            {item.label[lang]}
            {item.required && ` ${words.required[lang]}`}
          </Heading>
          <Facts
            facts={[
              { term: words.due[lang], value: formatDate(item.dueOn, lang) },
              ...(item.amount === undefined ? [] : [{ term: words.amount[lang], value: formatWon(item.amount)[lang] }]),
            ]}
          />
          {item.state === 'RETURNED' && item.decided?.words && (
            <>
              <Paragraph>{words.returned[lang]}</Paragraph>
              <Quote>{item.decided.words}</Quote>
            </>
          )}
        </>
      ))}
    </>,
  );
}

/** What was decided about an item, for who was to do it. */
export function itemChangedMail(
  { list, told, lang }: About,
  item: Item,
  how: 'postponed' | 'dropped' | 'substituted',
): RenderedMail {
  const subject =
    how === 'postponed'
      ? words.postponed.subject(list.title, item.label, dueInSubject(closeOfDay(item.dueOn)))
      : words[how].subject(list.title, item.label);
  return framedMail(
    {
      lang,
      subject: subject[lang],
      preheader: words[how].text[lang],
      footer: <ContactFooter of={footerOf(told)} lang={lang} />,
    },
    <>
      <Paragraph>{words[how].text[lang]}</Paragraph>
      <Facts
        facts={[
          { term: words.of[lang], value: told.title[lang] },
          { term: words.item[lang], value: item.label[lang] },
          ...(how === 'postponed' ? [{ term: words.due[lang], value: formatDate(item.dueOn, lang) }] : []),
          ...(item.decided?.words ? [{ term: words.why[lang], value: item.decided.words }] : []),
        ]}
      />
    </>,
  );
}
