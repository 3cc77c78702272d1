import { type ApplicantMail, applicantMail, Ref } from '../../applications/mails/applicant-frame.tsx';
import type { Person } from '../../people/person.ts';
import type { Addendum, ContractChange, Extension } from '../../residencies/contract-change.ts';
import { lastOf, type Residency } from '../../residencies/residency.ts';
import type { Round } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Facts, Heading, Paragraph, Quote } from '../../shared/mail/components.tsx';
import { ContactFooter } from '../../shared/mail/contact-footer.tsx';
import { framedMail } from '../../shared/mail/framed-mail.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { formatDate } from '../../shared/time.ts';
import { fieldsIn } from '../addendum.ts';
import { fieldWords, valueText } from '../words.ts';
import { contractMailWords as words } from './texts.ts';

type Says = { readonly subject: Text; readonly preheader: Text };

const plain = (
  given: ApplicantMail,
  says: Says,
  text: Text,
  facts: Parameters<typeof Facts>[0]['facts'],
  more?: Text,
) => {
  const { application } = given;
  const { lang } = application;
  return applicantMail(
    given,
    says,
    words.toResidency,
    <>
      <Paragraph>{text[lang]}</Paragraph>
      <Ref application={application} />
      {facts.length > 0 && <Facts facts={facts} />}
      {more && <Paragraph>{more[lang]}</Paragraph>}
    </>,
  );
};

const becoming = (change: Addendum, lang: Lang) =>
  fieldsIn(change).map((field) => ({
    term: fieldWords[field][lang],
    value: valueText(field, String(change[field] ?? ''))[lang],
  }));

/** To the address that is still written to: that another is about to be. */
export const begunMail = (given: ApplicantMail, change: Addendum): RenderedMail =>
  plain(given, words.begun, words.begun.text, becoming(change, given.application.lang));

/** Why a change that the startup asked for is not made. */
export function refusedMail(given: ApplicantMail, reason: string | undefined): RenderedMail {
  const { application } = given;
  const { lang } = application;
  return applicantMail(
    given,
    words.refused,
    words.toResidency,
    <>
      <Paragraph>{words.refused.text[lang]}</Paragraph>
      <Ref application={application} />
      {reason && (
        <>
          <Heading>{words.reason[lang]}</Heading>
          <Quote>{reason}</Quote>
        </>
      )}
    </>,
  );
}

const days = ({ contract }: Extension, lang: Lang) => ({
  term: words.term[lang],
  value: `${formatDate(contract.from, lang)} – ${formatDate(contract.to, lang)}`,
});
const spaceFact = (space: string, lang: Lang) => ({ term: words.spaceTerm[lang], value: space });

/** What both have signed holds from now on. @param space for the days of an extension, if there is one by now */
export function inForceMail(given: ApplicantMail, change: ContractChange, space: string | undefined): RenderedMail {
  const { lang } = given.application;
  if (change.for === 'addendum') {
    return plain(given, words.changed, words.changed.text, becoming(change, lang));
  }
  const facts = [days(change, lang), ...(space === undefined ? [] : [spaceFact(space, lang)])];
  const more = space === undefined ? words.extended.spaceLater : undefined;
  return plain(given, words.extended, words.extended.text, facts, more);
}

const endsOn = (residency: Residency, lang: Lang) => ({
  term: words.ends[lang],
  value: formatDate(lastOf(residency).to, lang),
});

/** What was not signed by both has changed nothing. */
export function setAsideMail(given: ApplicantMail, residency: Residency, { for: what }: ContractChange): RenderedMail {
  const { setAside } = words;
  const says = { subject: setAside.subject[what], preheader: setAside.preheader };
  return plain(
    given,
    says,
    setAside.text[what],
    what === 'extension' ? [endsOn(residency, given.application.lang)] : [],
  );
}

/** To the manager: what was not signed, and what can be done. */
export function setAsideToldMail(
  { lang }: Pick<Person, 'lang'>,
  given: {
    readonly residency: Residency;
    readonly change: ContractChange;
    readonly round: Pick<Round, 'title' | 'contact'> | undefined;
    readonly desk: string;
  },
): RenderedMail {
  const { residency, change, round, desk } = given;
  const { setAside } = words;
  return framedMail(
    {
      lang,
      subject: `${setAside.subject[change.for][lang]}: ${residency.id}`,
      preheader: setAside.preheader[lang],
      button: { href: desk, label: words.toDesk[lang] },
      footer: <ContactFooter of={round} lang={lang} />,
    },
    <>
      <Paragraph>{setAside.told[change.for][lang]}</Paragraph>
      <Facts facts={[{ term: words.reference[lang], value: residency.id }, endsOn(residency, lang)]} />
    </>,
  );
}

/** Where the startup is during its extended term. */
export function spaceMail(given: ApplicantMail, change: Extension, space: string): RenderedMail {
  const { lang } = given.application;
  return plain(given, words.space, words.space.text, [days(change, lang), spaceFact(space, lang)]);
}
