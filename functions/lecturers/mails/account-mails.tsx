import type { PersonRequest } from '../../requests/request.ts';
import { Facts, Paragraph, Quote } from '../../shared/mail/components.tsx';
import { ContactFooter } from '../../shared/mail/contact-footer.tsx';
import { framedMail } from '../../shared/mail/framed-mail.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { dueInSubject, formatInstant } from '../../shared/time.ts';
import { type Account, shownAccount } from '../account.ts';
import { bankName } from '../banks.ts';
import type { Lecturer } from '../lecturer.ts';
import { accountMailWords as words } from './texts.ts';

/** With the link behind which the account is entered, and why it is asked for once more. */
export function accountAskedMail(
  { lang }: Pick<Lecturer, 'lang'>,
  request: PersonRequest,
  { link, why }: { readonly link: string; readonly why: 'asked' | 'reminder' },
): RenderedMail {
  const { asked } = words;
  return framedMail(
    {
      lang,
      subject: words[why].subject(dueInSubject(request.dueAt))[lang],
      preheader: asked.preheader[lang],
      button: { href: link, label: words.open[lang] },
      small: words.private[lang],
      footer: <ContactFooter of={undefined} lang={lang} />,
    },
    <>
      {request.question && (
        <>
          <Paragraph>{asked.refused[lang]}</Paragraph>
          <Quote>{request.question.text}</Quote>
        </>
      )}
      <Paragraph>{asked.text[lang]}</Paragraph>
      <Facts facts={[{ term: words.due[lang], value: formatInstant(request.dueAt, lang) }]} />
    </>,
  );
}

/** To where the lecturer was reached before the change. */
export function accountChangedMail(
  { lang }: Pick<Lecturer, 'lang'>,
  account: Account,
  link: string | undefined,
): RenderedMail {
  const { changed } = words;
  return framedMail(
    {
      lang,
      subject: changed.subject[lang],
      preheader: changed.preheader[lang],
      ...(link && { button: { href: link, label: changed.button[lang] }, small: words.private[lang] }),
      footer: <ContactFooter of={undefined} lang={lang} />,
    },
    <>
      <Paragraph>{changed.text[lang]}</Paragraph>
      <Facts
        facts={[
          { term: words.account[lang], value: shownAccount(account, bankName(account.bank)[lang]) },
          { term: words.enteredAt[lang], value: formatInstant(account.enteredAt, lang) },
        ]}
      />
      <Paragraph>{changed.notYou[lang]}</Paragraph>
      {link && <Paragraph>{changed.stop[lang]}</Paragraph>}
    </>,
  );
}

/** To the lecturer, or to whoever of finance has confirmed it or was asked to, who is told the lecturer's id alone. */
export function accountStoppedMail(
  { lang }: Pick<Lecturer, 'lang'>,
  account: Account,
  to: 'lecturer' | 'officer',
): RenderedMail {
  const { stopped } = words;
  return framedMail(
    {
      lang,
      subject: stopped.subject[lang],
      preheader: stopped.preheader[lang],
      footer: <ContactFooter of={undefined} lang={lang} />,
    },
    <>
      <Paragraph>{stopped.text[lang]}</Paragraph>
      <Facts
        facts={[
          ...(to === 'officer' ? [{ term: words.lecturer[lang], value: account.lecturer }] : []),
          { term: words.account[lang], value: shownAccount(account, bankName(account.bank)[lang]) },
          ...(account.stoppedAt
            ? [{ term: words.stoppedAt[lang], value: formatInstant(account.stoppedAt, lang) }]
            : []),
        ]}
      />
      <Paragraph>{(to === 'officer' ? stopped.officer : stopped.next)[lang]}</Paragraph>
    </>,
  );
}

export function accountConfirmedMail({ lang }: Pick<Lecturer, 'lang'>, account: Account): RenderedMail {
  const { confirmed } = words;
  return framedMail(
    {
      lang,
      subject: confirmed.subject[lang],
      preheader: confirmed.preheader[lang],
      footer: <ContactFooter of={undefined} lang={lang} />,
    },
    <>
      <Paragraph>{confirmed.text[lang]}</Paragraph>
      <Facts
        facts={[
          { term: words.account[lang], value: shownAccount(account, bankName(account.bank)[lang]) },
          ...(account.usableFrom
            ? [{ term: words.usableFrom[lang], value: formatInstant(account.usableFrom, lang) }]
            : []),
        ]}
      />
    </>,
  );
}
