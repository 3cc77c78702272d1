import type { ComponentChildren } from 'preact';
import { CaseDocuments } from '../../attachments/pages/case-documents.tsx';
import { Figures } from '../../attachments/pages/figures.tsx';
import { Happened } from '../../desk/pages/happened.tsx';
import { pagesToRead, typedTogether } from '../../forms/round-form.ts';
import { messageOf, type StoredMessage } from '../../outbox/entry.ts';
import type { Kinds } from '../../requests/kind.ts';
import { assigneeId, type PersonRequest } from '../../requests/request.ts';
import { countsOf } from '../../screening/screening.ts';
import { explain } from '../../selection/why-texts.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Answers } from '../../shared/pages/answer-sections.tsx';
import { Notice, SummaryList, type SummaryRow } from '../../shared/pages/components.tsx';
import { formatInstant, type Instant } from '../../shared/time.ts';
import type { CaseFile } from '../case-file.ts';
import { mailSentences, otherMail, telling } from '../event-sentences.ts';
import type { ListChoice } from '../list-position.ts';
import { mailStateWords, outcomeWords, requestStateWords, caseWords as words } from './case-words.ts';
import { caseworkPaths, choiceQuery } from './casework-paths.ts';
import { placeStateWords, stateLabels } from './casework-words.ts';

export interface CaseProps {
  readonly file: CaseFile;
  readonly kinds: Kinds;
  readonly choice: ListChoice;
  readonly beside: { readonly previous?: string; readonly next?: string };
  /** References of what the same person seems to have sent, as far as whoever looks may see it. */
  readonly doubtful: readonly string[];
  readonly now: Instant;
  readonly lang: Lang;
}

/** All that there is of an application: where it stands, why, what happened, and the answers. */
export function CaseView(props: CaseProps) {
  const { file, kinds, lang } = props;
  return (
    <>
      <CaseNav {...props} />
      {file.application.stuck && (
        <Notice kind="warning">
          <p>{words.stuck[lang]}</p>
        </Notice>
      )}
      <Part title={words.now[lang]} id="now">
        <SummaryList rows={factsOf(props)} />
      </Part>
      <Part title={words.decision[lang]} id="decision">
        <Decision {...props} />
      </Part>
      {file.result && (
        <Part title={words.result[lang]} id="result">
          <ResultOf {...props} result={file.result} />
        </Part>
      )}
      <Part title={words.requests[lang]} id="requests">
        {file.requests.length === 0 && <p>{words.noRequests[lang]}</p>}
        {file.requests.map((request) => (
          <OneRequest key={request.id} request={request} {...props} />
        ))}
      </Part>
      <Part title={words.happened[lang]} id="happened">
        <Happened
          events={file.events.filter(({ type }) => !telling.untold.has(type))}
          names={file.names}
          {...{ kinds, telling, lang }}
        />
        {file.readings.length > 0 && (
          <details>
            <summary>{words.looked(file.readings.length)[lang]}</summary>
            <Happened events={file.readings} names={file.names} {...{ kinds, telling, lang }} />
          </details>
        )}
      </Part>
      <Part title={words.mails[lang]} id="mails">
        <Mails {...props} />
      </Part>
      {file.figures && <Figures figures={file.figures} lang={lang} />}
      <Part title={words.answers[lang]} id="answers">
        {file.version && !file.application.erasedAt ? (
          <Answers
            pages={pagesToRead(file.round, file.version.typed)}
            typed={typedTogether(file.version.typed)}
            lang={lang}
          />
        ) : (
          <p>{words.noAnswers[lang]}</p>
        )}
      </Part>
      {file.attachments.length > 0 && (
        <Part title={words.documents[lang]} id="documents">
          <CaseDocuments attachments={file.attachments} reference={file.application.reference} lang={lang} />
        </Part>
      )}
      <CaseNav {...props} />
    </>
  );
}

const Part = (props: { readonly title: string; readonly id: string; readonly children: ComponentChildren }) => (
  <section aria-labelledby={props.id} class="part">
    <h2 id={props.id}>{props.title}</h2>
    {props.children}
  </section>
);

function CaseNav({ file, choice, beside, lang }: CaseProps) {
  const round = file.application.roundId;
  const query = choiceQuery(choice);
  return (
    <nav class="cases" aria-label={words.cases[lang]}>
      {beside.previous && <a href={`${caseworkPaths.case(round, beside.previous)}${query}`}>{words.previous[lang]}</a>}
      {beside.next && <a href={`${caseworkPaths.case(round, beside.next)}${query}`}>{words.next[lang]}</a>}
      <a href={`${caseworkPaths.list(round)}${query}`}>{words.list[lang]}</a>
    </nav>
  );
}

function factsOf({ file, kinds, doubtful, now, lang }: CaseProps): SummaryRow[] {
  const { application, names, requests, screening } = file;
  const { sentAt, version, withdrawal, erasedAt, flags, help } = application;
  const open = requests.filter(({ state }) => state === 'OPEN');
  const failed = new Set((flags?.rules ?? []).filter(({ met }) => !met).map(({ ruleId }) => ruleId));
  const unmet = file.round.eligibility.filter(({ id }) => failed.has(id)).map(({ title }) => title[lang]);
  return [
    { term: words.state[lang], value: stateLabels[application.state][lang] },
    ...open.map((request) => ({
      term: words.waitsFor[lang],
      value: [
        askedText(request, names, lang),
        kinds.get(request.kind)?.title[lang] ?? request.kind,
        `${words.until[lang]} ${formatInstant(request.dueAt, lang)}${request.dueAt <= now ? ` (${words.overdue[lang]})` : ''}`,
      ].join(' · '),
    })),
    ...(screening
      ? [{ term: words.reviews[lang], value: words.reviewText(countsOf(screening).sent, screening.wanted)[lang] }]
      : []),
    ...(application.name ? [{ term: words.name[lang], value: application.name }] : []),
    ...(application.email ? [{ term: words.email[lang], value: application.email }] : []),
    ...(help ? [{ term: words.helped[lang], value: helpText(file, help) }] : []),
    ...(sentAt
      ? [{ term: words.sent[lang], value: `${formatInstant(sentAt, lang)} (${words.sentTimes(version)[lang]})` }]
      : []),
    { term: words.language[lang], value: words.languages[application.lang][lang] },
    ...(unmet.length > 0 && !application.decision ? [{ term: words.inQuestion[lang], value: unmet.join('\n') }] : []),
    ...(doubtful.length > 0 ? [{ term: words.doubtful[lang], value: doubtful.join(', ') }] : []),
    ...(withdrawal?.reason ? [{ term: words.withdrawal[lang], value: withdrawal.reason }] : []),
    ...(erasedAt ? [{ term: words.erased[lang], value: formatInstant(erasedAt, lang) }] : []),
  ];
}

/** Who helped to apply, and the words that they wrote about it. */
const helpText = ({ names }: CaseFile, help: NonNullable<CaseFile['application']['help']>): string =>
  [names.get(help.by) ?? help.by, help.reason, help.consent?.words, help.reach]
    .filter((words) => words !== undefined)
    .join('\n');

function Decision({ file, lang }: CaseProps) {
  const { application, round, names } = file;
  const { decision } = application;
  if (!decision) return <p>{words.undecided[lang]}</p>;
  const titles = new Map(round.eligibility.map(({ id, title }) => [id, title]));
  return (
    <SummaryList
      rows={[
        { term: words.outcome[lang], value: words.outcomes[decision.outcome][lang] },
        {
          term: words.by[lang],
          value: decision.by === 'rules' ? words.byRules[lang] : (names.get(decision.by) ?? decision.by),
        },
        { term: words.at[lang], value: formatInstant(decision.at, lang) },
        { term: words.basis[lang], value: words.basisText(decision.version, decision.roundVersion)[lang] },
        ...decision.rules.flatMap(({ ruleId, met }) => {
          const title = titles.get(ruleId);
          return title ? [{ term: title[lang], value: (met ? words.met : words.unmet)[lang] }] : [];
        }),
        ...(decision.reason ? [{ term: words.reason[lang], value: decision.reason }] : []),
      ]}
    />
  );
}

function ResultOf({ result, lang }: CaseProps & { readonly result: NonNullable<CaseFile['result']> }) {
  const { place, position } = result.result;
  const why = result.why && explain(result.why, lang);
  return (
    <SummaryList
      rows={[
        { term: words.outcome[lang], value: placeStateWords[place.state][lang] },
        { term: words.rank[lang], value: words.rankText(place.rank)[lang] },
        ...(position ? [{ term: words.waitlist[lang], value: String(position.number) }] : []),
        { term: words.since[lang], value: formatInstant(place.since, lang) },
        ...(why ? [...why.scores, ...why.facts.filter(({ code }) => !code)] : []),
      ]}
    />
  );
}

/** Whom a request asks; an applicant is asked about their own application. */
const askedText = (request: PersonRequest, names: CaseFile['names'], lang: Lang): string => {
  if (request.assignee.person === undefined) return words.applicant[lang];
  const id = assigneeId(request.assignee);
  return names.get(id) ?? id;
};

function OneRequest({ request, file, kinds, lang }: CaseProps & { readonly request: PersonRequest }) {
  const { kind, state, outcome = '', question, reason, settledAt } = request;
  const ended = (outcomeWords[`${kind}/${outcome}`] ?? outcomeWords[outcome] ?? requestStateWords[state])[lang];
  return (
    <>
      <h3>{kinds.get(kind)?.title[lang] ?? kind}</h3>
      <SummaryList
        rows={[
          { term: words.asked[lang], value: askedText(request, file.names, lang) },
          { term: words.openedAt[lang], value: formatInstant(request.openedAt, lang) },
          { term: words.until[lang], value: formatInstant(request.dueAt, lang) },
          {
            term: words.ended[lang],
            value: state === 'OPEN' || !settledAt ? ended : `${ended}, ${formatInstant(settledAt, lang)}`,
          },
          ...(question?.text ? [{ term: words.question[lang], value: question.text }] : []),
          ...(reason ? [{ term: words.answer[lang], value: reason }] : []),
        ]}
      />
    </>
  );
}

const sentenceOf = (message: StoredMessage): Text | undefined =>
  message.kind === 'mail' ? mailSentences[message.template] : undefined;

/** What was pointless before it left is nothing that the applicant got, or should have. */
function Mails({ file, lang }: CaseProps) {
  const rows = file.mails.flatMap(({ state, createdAt, finishedAt, ...mail }) =>
    state === 'DROPPED'
      ? []
      : [
          {
            term: (sentenceOf(messageOf(mail)) ?? otherMail)[lang],
            value: `${mailStateWords[state][lang]}, ${formatInstant(finishedAt ?? createdAt, lang)}`,
          },
        ],
  );
  return rows.length === 0 ? <p>{words.noMails[lang]}</p> : <SummaryList rows={rows} />;
}
