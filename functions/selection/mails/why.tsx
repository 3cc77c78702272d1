import type { Lang } from '../../shared/i18n.ts';
import { Facts, Heading, Paragraph, Quote } from '../../shared/mail/components.tsx';
import type { Why } from '../why.ts';
import { explain, whyWords as words } from '../why-texts.ts';

/**
 * The explanation of a result as a mail has it: for mails about results, below what they say first. Values to compute
 * with are on the page only.
 */
export function WhyMail({ why, lang }: { readonly why: Why; readonly lang: Lang }) {
  const { sentences, moves, scores, facts } = explain(why, lang);
  return (
    <>
      <Heading>{words.title[lang]}</Heading>
      {sentences.map((sentence) => (
        <Paragraph key={sentence}>{sentence}</Paragraph>
      ))}
      {moves.map(({ sentence, reason }) => (
        <>
          <Paragraph key={sentence}>{sentence}</Paragraph>
          {reason && <Quote>{reason}</Quote>}
        </>
      ))}
      <Heading>{words.scores[lang]}</Heading>
      <Paragraph>{words.scaleText[lang]}</Paragraph>
      <Facts facts={scores.map(({ term, value }) => ({ term, value }))} />
      <Heading>{words.decision[lang]}</Heading>
      <Facts facts={facts.filter(({ code }) => !code).map(({ term, value }) => ({ term, value }))} />
    </>
  );
}
