import type { QuarterFigures } from '../../attachments/case-figures.ts';
import { Figures } from '../../attachments/pages/figures.tsx';
import type { Round } from '../../rounds/round.ts';
import { WhySection } from '../../selection/pages/why.tsx';
import type { Why } from '../../selection/why.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Actions, Button, PageForm, RoundAndReference } from '../../shared/pages/components.tsx';
import { Layout } from '../../shared/pages/layout.tsx';
import type { Case } from '../case-of.ts';
import type { Neighbours } from '../neighbours.ts';
import { CaseAnswers, Reviews } from './case.tsx';
import { CaseNav } from './case-nav.tsx';
import { caseNavWords, placeOfText, caseWords as words } from './committee-texts.ts';

/** One case behind the ranking: how its place came about, the reviews with their comments, the answers. */
export function CommitteeCasePage(props: {
  readonly path: string;
  readonly round: Round;
  readonly reference: string;
  readonly why: Why;
  /** None for somebody who was erased. */
  readonly found?: Case;
  /** What the startup has reported, in a round of renewal. */
  readonly figures: readonly QuarterFigures[] | undefined;
  readonly beside: Neighbours;
  readonly lang: Lang;
}) {
  const { path, round, reference, why, found, beside, lang } = props;
  return (
    <Layout
      lang={lang}
      title={found?.application.name ?? words.title[lang]}
      eyebrow={<RoundAndReference title={round.title[lang]} reference={reference} />}
      contact={round.contact}
      home={path}
      path={`${path}/case/${reference}`}
    >
      <CaseNav {...{ path, beside, lang }} label={caseNavWords.above[lang]} />
      <p class="note">
        {caseNavWords.of[lang]} {placeOfText(beside.place, beside.of)[lang]}
      </p>
      <WhySection why={why} lang={lang} />
      {props.figures && <Figures figures={props.figures} lang={lang} />}
      {found && round.admission && <Reviews reviews={found.reviews} rules={round.admission} lang={lang} />}
      {found ? <CaseAnswers {...found} lang={lang} /> : <p>{words.erased[lang]}</p>}
      {/* Shows the form of the return with this case in it; nothing is decided by it. */}
      <PageForm id="move" action={`${path}/return`} hidden={{ 'who-1': reference, more: 'yes' }}>
        <Actions>
          <Button kind="tertiary">{caseNavWords.move[lang]}</Button>
        </Actions>
      </PageForm>
      <CaseNav {...{ path, beside, lang }} label={caseNavWords.below[lang]} />
    </Layout>
  );
}
