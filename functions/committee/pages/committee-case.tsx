import type { Round } from '../../rounds/round.ts';
import { WhySection } from '../../selection/pages/why.tsx';
import type { Why } from '../../selection/why.ts';
import type { Lang } from '../../shared/i18n.ts';
import { RoundAndReference } from '../../shared/pages/components.tsx';
import { Layout } from '../../shared/pages/layout.tsx';
import type { Case } from '../case-of.ts';
import { CaseAnswers, Reviews } from './case.tsx';
import { caseWords as words } from './committee-texts.ts';

/** One case behind the ranking: how its place came about, the reviews with their comments, the answers. */
export function CommitteeCasePage(props: {
  readonly path: string;
  readonly round: Round;
  readonly reference: string;
  readonly why: Why;
  /** None for somebody who was erased. */
  readonly found?: Case;
  readonly lang: Lang;
}) {
  const { path, round, reference, why, found, lang } = props;
  return (
    <Layout
      lang={lang}
      title={found?.application.name ?? words.title[lang]}
      eyebrow={<RoundAndReference title={round.title[lang]} reference={reference} />}
      contact={round.contact}
      home={path}
      path={`${path}/case/${reference}`}
    >
      <p>
        <a href={`${path}#cut`}>{words.back[lang]}</a>
      </p>
      <WhySection why={why} lang={lang} />
      {found && round.admission && <Reviews reviews={found.reviews} rules={round.admission} lang={lang} />}
      {found ? <CaseAnswers {...found} lang={lang} /> : <p>{words.erased[lang]}</p>}
      <p class="later">
        <a href={`${path}#cut`}>{words.back[lang]}</a>
      </p>
    </Layout>
  );
}
