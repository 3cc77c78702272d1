import type { CeilingNotice, TooLow } from '../../budget/load-budget.ts';
import { ConfirmOrRefuseFrame, confirmOrRefuseForm } from '../../requests/pages/confirm-or-refuse.tsx';
import type { Held } from '../../requests/pages/kinds.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Notice, SummaryList } from '../../shared/pages/components.tsx';
import type { FieldError, Typed } from '../../shared/pages/form.ts';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import { formatWon } from '../../shared/text/won.ts';
import { formatDate, formatInstant } from '../../shared/time.ts';
import type { Compared } from '../compare-rules.ts';
import { changeText, placeText } from '../difference-words.ts';
import type { Example } from '../examples.ts';
import { loaderOf, type RuleVersion } from '../rule-version.ts';
import { amountsText, beforeAfter, ceilingText, tooLowText, rulesWords as words } from './rules-texts.ts';

export const rulesForm = confirmOrRefuseForm('rules-check', words);

interface Props {
  readonly held: Pick<Held, 'request' | 'path'>;
  readonly version: RuleVersion;
  readonly compared: Compared;
  /** Why it cannot be confirmed, if somebody has tried. */
  readonly tooLow: TooLow;
  /** Lines of the budget that would be lowered, or are left out. */
  readonly ceilings: readonly CeilingNotice[];
  readonly yearIsOver: boolean;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
}

/** What new rules change, line by line and in examples, and the decision. */
export const rulesPage = (props: Props): PageResponse => {
  const { held, version, compared, tooLow, ceilings, yearIsOver, typed, errors, lang } = props;
  const { rules, differences, examples, against, isPast } = compared;
  return html(
    <ConfirmOrRefuseFrame
      {...{ held, typed, errors, lang }}
      says={words}
      form={rulesForm}
      eyebrow={rules.title[lang]}
      rows={[
        { term: words.file[lang], value: rules.title[lang] },
        { term: words.version[lang], value: String(version.number) },
        { term: words.loadedBy[lang], value: loaderOf(version) },
        { term: words.loadedAt[lang], value: formatInstant(version.loadedAt, lang) },
        { term: words.firstDay[lang], value: formatDate(version.firstDay, lang) },
      ]}
    >
      {tooLow.length > 0 && (
        <Notice kind="warning" title={words.tooLow[lang]}>
          <ul>
            {tooLow.map(({ line, by }) => (
              <li key={line}>{tooLowText(line, formatWon(by))[lang]}</li>
            ))}
          </ul>
        </Notice>
      )}
      {ceilings.length > 0 && (
        <Notice kind="warning" title={words.ceilings[lang]}>
          <ul>
            {ceilings.map((one) => (
              <li key={one.line}>{ceilingText(one)[lang]}</li>
            ))}
          </ul>
        </Notice>
      )}
      {yearIsOver && (
        <Notice kind="warning">
          <p>{words.yearIsOver[lang]}</p>
        </Notice>
      )}
      {rules.example && (
        <Notice kind="warning">
          <p>{words.example[lang]}</p>
        </Notice>
      )}
      {isPast && (
        <Notice kind="warning">
          <p>{words.past[lang]}</p>
        </Notice>
      )}
      <h2>{words.differences[lang]}</h2>
      {!against && <p>{words.first[lang]}</p>}
      <SummaryList rows={differences.map((one) => ({ term: placeText(one, lang), value: changeText(one, lang) }))} />
      <Examples examples={examples} kind={rules.kind} lang={lang} />
    </ConfirmOrRefuseFrame>,
    { status: errors.length > 0 ? 422 : tooLow.length > 0 ? 409 : 200 },
  );
};

function Examples({
  examples,
  kind,
  lang,
}: {
  readonly examples: readonly Example[];
  readonly kind: string;
  readonly lang: Lang;
}) {
  if (kind !== 'rate-card' && kind !== 'tax') return null;
  return (
    <>
      <h2>{words.examples[lang]}</h2>
      {examples.length === 0 && <p>{words.noExamples[lang]}</p>}
      {examples.length > 0 && (
        <SummaryList
          rows={examples.map(({ title, before, after }) => ({
            term: title[lang],
            value: beforeAfter(before && amountsOf(before), after && amountsOf(after))[lang],
          }))}
        />
      )}
    </>
  );
}

const amountsOf = ({ gross, withheld, paid }: NonNullable<Example['after']>): Text =>
  amountsText({ gross: formatWon(gross), withheld: formatWon(withheld), paid: formatWon(paid) });
