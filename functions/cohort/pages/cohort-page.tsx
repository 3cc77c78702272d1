import { ToDesk } from '../../requests/pages/next-request.tsx';
import type { Round } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Actions, Button, Notice, PageForm, SummaryList } from '../../shared/pages/components.tsx';
import { Layout } from '../../shared/pages/layout.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import { formatInstant } from '../../shared/time.ts';
import type { Member } from '../cohort.ts';
import type { CohortView } from '../cohort-link.ts';
import { shownTo } from '../download-cohort.ts';
import { howCounted } from '../how-counted.ts';
import { revisionText } from '../mails/texts.ts';
import type { Statistics } from '../statistics.ts';
import { listWordsOf, cohortWords as words } from './cohort-texts.ts';

export interface CohortProps {
  readonly round: Round;
  readonly statistics: Statistics;
  readonly members: readonly Member[];
  readonly view: CohortView;
  /** `/c/<round>.<person>/<mac>` */
  readonly path: string;
  readonly lang: Lang;
}

/** Who takes part, as far as the reader may know. */
export function CohortPage({ round, statistics, members, view, path, lang }: CohortProps) {
  const shown = shownTo(view, members);
  const { revised, stages } = statistics;
  const ofList = listWordsOf(round);
  const { count, hasPlaces } = howCounted(round);
  // Of a place that was given up before there were revisions, the numbers do not know.
  const givenUp = (revised?.givenUp ?? 0) + Math.max(0, stages.taken - members.length);
  return (
    <Layout
      lang={lang}
      title={ofList.title[lang]}
      eyebrow={round.title[lang]}
      lead={(view === 'staff' ? ofList.staffLead : words.institutionLead)[lang]}
      contact={round.contact}
      home={path}
      path={path}
    >
      <SummaryList
        rows={[
          ...(hasPlaces ? [{ term: words.seats[lang], value: count(statistics.capacity)[lang] }] : []),
          { term: ofList.taken[lang], value: count(members.length)[lang] },
          ...(view === 'institution'
            ? [{ term: words.leftOut[lang], value: count(members.length - shown.length)[lang] }]
            : []),
          ...(revised
            ? [
                {
                  term: words.revision[lang],
                  value: `${revisionText(revised.number)[lang]} · ${formatInstant(revised.at, lang)}`,
                },
              ]
            : []),
          ...(givenUp > 0 ? [{ term: ofList.givenUp[lang], value: count(givenUp)[lang] }] : []),
        ]}
      />
      {hasPlaces && stages.taken < statistics.capacity && (
        <Notice>
          <p>{ofList.few[lang]}</p>
        </Notice>
      )}
      <PageForm id="download" action={`${path}/cohort.csv`}>
        <Actions>
          <Button>{words.download[lang]}</Button>
        </Actions>
      </PageForm>
      <p class="note">{words.recorded[lang]}</p>
      <p class="later">
        <a href={`${path}/statistics`}>{words.statistics[lang]}</a>
      </p>
      {shown.length === 0 && <p>{ofList.nobody[lang]}</p>}
      <ol class="cards cohort">
        {shown.map((member) => (
          <li key={member.reference}>
            <h2 class="notranslate">{view === 'staff' ? `${member.number}. ${member.name}` : member.name}</h2>
            <Facts member={member} view={view} lang={lang} />
          </li>
        ))}
      </ol>
      <ToDesk lang={lang} />
    </Layout>
  );
}

function Facts({ member, view, lang }: { member: Member; view: CohortView; lang: Lang }) {
  const { contact } = member;
  const shared = [
    {
      term: words.email,
      value: <a href={`mailto:${encodeURIComponent(member.email).replace('%40', '@')}`}>{member.email}</a>,
    },
    { term: words.phone, value: <a href={`tel:${member.phone.replace(/[^+\d]/gu, '')}`}>{member.phone}</a> },
  ];
  const staff = [
    { term: words.reference, value: <span class="nowrap">{member.reference}</span> },
    ...shared,
    { term: words.attends, value: member.attends ? words.yes[lang] : words.none[lang] },
    {
      term: words.contact,
      value: contact ? (
        <>
          {contact.name} ({contact.relationship})<br />
          <span class="nowrap">{contact.phone}</span>
        </>
      ) : (
        words.none[lang]
      ),
    },
  ];
  return (
    <dl>
      {(view === 'staff' ? staff : shared).map(({ term, value }) => (
        <div key={term.en}>
          <dt>{term[lang]}</dt>
          <dd class="notranslate">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const problem = (lang: Lang, title: Text, text: Text, status: number): PageResponse =>
  html(
    <ProblemPage lang={lang} title={title[lang]}>
      <p>{text[lang]}</p>
    </ProblemPage>,
    { status },
  );

/** Forged, cut off, or somebody else's. */
export const unknownCohortPage = (lang: Lang): PageResponse => problem(lang, words.unknown, words.unknownText, 404);

/** A genuine link of somebody who has no role for it any more. */
export const leftCohortPage = (lang: Lang): PageResponse => problem(lang, words.left, words.leftText, 403);
