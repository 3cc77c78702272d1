import type { Lang } from '../../shared/i18n.ts';
import { SummaryList } from '../../shared/pages/components.tsx';
import type { Why } from '../why.ts';
import { explain, whyWords as words } from '../why-texts.ts';

/** Why a result is what it is: the scores by criterion, then sentence by sentence what decided. */
export function WhySection({ why, lang }: { readonly why: Why; readonly lang: Lang }) {
  const { sentences, moves, scores, facts } = explain(why, lang);
  return (
    <section class="answers why">
      <h2>{words.title[lang]}</h2>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {moves.map(({ sentence, reason }) => (
        <>
          <p key={sentence}>{sentence}</p>
          {reason && <blockquote class="typed">{reason}</blockquote>}
        </>
      ))}
      <h3>{words.scores[lang]}</h3>
      <SummaryList rows={scores.map(({ term, value }) => ({ term, value }))} />
      <details>
        <summary>{words.scale[lang]}</summary>
        <div>
          <p>{words.scaleText[lang]}</p>
          {why.criteria.map(({ id, title, anchors }) => (
            <section key={id}>
              <h3>{title[lang]}</h3>
              <ul>
                {(['1', '3', '5'] as const).map((score) => (
                  <li key={score}>
                    {words.point(score)[lang]}: {anchors[score][lang]}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </details>
      <h3>{words.decision[lang]}</h3>
      <SummaryList
        rows={facts.map(({ term, value, code }) => ({ term, value: code ? <code class="hash">{value}</code> : value }))}
      />
    </section>
  );
}
