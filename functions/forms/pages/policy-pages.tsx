import type { Round } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { SummaryList } from '../../shared/pages/components.tsx';
import { type Contact, Layout } from '../../shared/pages/layout.tsx';
import { type Consent, consentFacts } from '../consents.ts';
import { LecturersPolicy, lecturersPolicyWords } from './lecturers-policy.tsx';
import { accessibilityWords, privacyWords } from './policy-texts.ts';

/** A consent with the rounds that ask for it in the very same words. */
interface Asked {
  readonly consent: Consent;
  readonly rounds: readonly Round[];
}

/** What the rounds ask consent to, at applying and at taking a place; the same words once. */
function consentsAsked(rounds: readonly Round[]): Asked[] {
  const all = rounds.flatMap((round) =>
    [...round.consents, ...(round.admission?.offer.consents ?? [])].map((consent) => ({ consent, round })),
  );
  const same = Map.groupBy(all, ({ consent }) => JSON.stringify(consent));
  return [...same.values()].flatMap((some) => {
    const [first] = some;
    return first ? [{ consent: first.consent, rounds: some.map(({ round }) => round) }] : [];
  });
}

const ConsentFacts = ({ asked, lang }: { readonly asked: Asked; readonly lang: Lang }) => {
  const { consent, rounds } = asked;
  return (
    <>
      <h3>{`${consent.title[lang]} (${privacyWords[consent.required ? 'required' : 'optional'][lang]})`}</h3>
      <SummaryList
        rows={[
          ...consentFacts(consent).map(({ term, value }) => ({ term: term[lang], value: value[lang] })),
          { term: privacyWords.rounds[lang], value: rounds.map(({ title }) => title[lang]).join(', ') },
        ]}
      />
    </>
  );
};

const Office = ({ contact, lang }: { readonly contact: Contact; readonly lang: Lang }) => (
  <SummaryList
    rows={[
      { term: privacyWords.name[lang], value: privacyWords.nameText[lang] },
      { term: privacyWords.phone[lang], value: `${contact.phone} · ${contact.hours[lang]}` },
      { term: privacyWords.email[lang], value: <a href={`mailto:${contact.email}`}>{contact.email}</a> },
    ]}
  />
);

const Items = ({ items, lang }: { readonly items: readonly Text[]; readonly lang: Lang }) => (
  <ul>
    {items.map((item) => (
      <li key={item.ko}>{item[lang]}</li>
    ))}
  </ul>
);

/** Rounds, the newest first: who asks, and how, is theirs to say. */
interface PolicyPage {
  readonly rounds: readonly Round[];
  readonly lang: Lang;
}

/** 개인정보 처리방침, made of the consents of the rounds, and of what is kept of lecturers (PIPA art. 30; art. 31 of its decree). */
export function PrivacyPage({ rounds, lang }: PolicyPage) {
  const all = consentsAsked(rounds);
  const own = all.filter(({ consent }) => consent.recipient === undefined);
  const provided = all.filter(({ consent }) => consent.recipient !== undefined);
  const contact = rounds[0]?.contact;
  const words = privacyWords;
  return (
    <Layout lang={lang} title={words.title[lang]} lead={words.lead[lang]} contact={contact}>
      <div class="text">
        <h2>{words.collected[lang]}</h2>
        {own.map((asked) => (
          <ConsentFacts key={JSON.stringify(asked.consent)} asked={asked} lang={lang} />
        ))}
        <LecturersPolicy lang={lang} />
        <h2>{words.provided[lang]}</h2>
        <p>{words[provided.length > 0 ? 'providedText' : 'providedNone'][lang]}</p>
        {provided.map((asked) => (
          <ConsentFacts key={JSON.stringify(asked.consent)} asked={asked} lang={lang} />
        ))}
        <p>{lecturersPolicyWords.provided[lang]}</p>
        <h2>{words.erasing[lang]}</h2>
        <p>{words.erasingText[lang]}</p>
        <h2>{words.processors[lang]}</h2>
        <p>{words.processorsText[lang]}</p>
        <h2>{words.rights[lang]}</h2>
        <p>{words.rightsText[lang]}</p>
        <p>{words.decisions[lang]}</p>
        <h2>{words.safety[lang]}</h2>
        <Items items={words.safetyItems} lang={lang} />
        <h2>{words.cookies[lang]}</h2>
        <p>{words.cookiesText[lang]}</p>
        <h2>{words.office[lang]}</h2>
        <p>{words.officeText[lang]}</p>
        {contact && <Office contact={contact} lang={lang} />}
        <h2>{words.remedies[lang]}</h2>
        <p>{words.remediesText[lang]}</p>
        <h2>{words.changes[lang]}</h2>
        <p>{words.changesText[lang]}</p>
      </div>
    </Layout>
  );
}

/** What the pages promise to everybody, where they fall short, and whom to ask for another way. */
export function AccessibilityPage({ rounds, lang }: PolicyPage) {
  const contact = rounds[0]?.contact;
  const words = accessibilityWords;
  return (
    <Layout lang={lang} title={words.title[lang]} lead={words.lead[lang]} contact={contact}>
      <div class="text">
        <h2>{words.can[lang]}</h2>
        <Items items={words.canItems} lang={lang} />
        <h2>{words.limits[lang]}</h2>
        <p>{words.limitsText[lang]}</p>
        <h2>{words.tested[lang]}</h2>
        <p>{words.testedText[lang]}</p>
        <h2>{words.help[lang]}</h2>
        <p>{words.helpText[lang]}</p>
        {contact && <Office contact={contact} lang={lang} />}
      </div>
    </Layout>
  );
}
