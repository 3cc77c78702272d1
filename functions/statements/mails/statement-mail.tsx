import type { WageClaim } from '../../claim-rules/claim.ts';
import { totalsOf } from '../../claim-rules/claim-sums.ts';
import { claimMailWords } from '../../claims/mails/texts.ts';
import { monthText } from '../../claims/pages/claim-texts.ts';
import type { Round } from '../../rounds/round.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Facts, Paragraph } from '../../shared/mail/components.tsx';
import { ContactFooter } from '../../shared/mail/contact-footer.tsx';
import { framedMail } from '../../shared/mail/framed-mail.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { dateText, type LocalDate } from '../../shared/time.ts';
import { statementMailWords as words } from './texts.ts';

/** To the lecturer, once a claim is paid. Amounts and the account are behind the link alone. */
export function statementMail(given: {
  readonly claim: WageClaim;
  readonly paidOn: LocalDate;
  readonly round: Round;
  readonly link: string;
  readonly lang: Lang;
}): RenderedMail {
  const { claim, paidOn, round, link, lang } = given;
  const month = monthText(claim.month);
  const day = dateText(paidOn);
  const text = words[totalsOf(claim).paid > 0 ? 'paid' : 'nothing'];
  return framedMail(
    {
      lang,
      subject: words.subject(month, day)[lang],
      preheader: text[lang],
      button: { href: link, label: words.open[lang] },
      small: words.private[lang],
      footer: <ContactFooter of={round} lang={lang} privacy={new URL('/privacy', link).href} />,
    },
    <>
      <Paragraph>{text[lang]}</Paragraph>
      <Facts
        facts={[
          { term: claimMailWords.reference[lang], value: claim.id },
          { term: claimMailWords.month[lang], value: month[lang] },
          { term: claimMailWords.course[lang], value: round.title[lang] },
          { term: words.paidOn[lang], value: day[lang] },
        ]}
      />
      <Paragraph>{words.wrong[lang]}</Paragraph>
      {claim.calculation.example && <Paragraph>{claimMailWords.example[lang]}</Paragraph>}
    </>,
  );
}
