import { ToDesk } from '../../requests/pages/next-request.tsx';
import type { PersonRequest } from '../../requests/request.ts';
import type { Round } from '../../rounds/round.ts';
import type { Deliberation } from '../../selection/deliberation.ts';
import { rankedByWords, versionText, whyRawWords } from '../../selection/score-texts.ts';
import type { Snapshot } from '../../selection/snapshot.ts';
import { Fault } from '../../shared/errors.ts';
import { type Lang, peopleText } from '../../shared/i18n.ts';
import { Actions, Button, ButtonLink, Notice, PageForm, SummaryList } from '../../shared/pages/components.tsx';
import { Layout } from '../../shared/pages/layout.tsx';
import { formatInstant } from '../../shared/time.ts';
import { membersText, committeeWords as words } from './committee-texts.ts';
import { RankingChanges } from './ranking-changes.tsx';
import { type Applicants, RankingTable } from './ranking-table.tsx';

export interface CommitteeProps {
  readonly request: PersonRequest;
  readonly path: string;
  /** As it was when the ranking was frozen. */
  readonly round: Round;
  readonly snapshot: Snapshot;
  /** The ranking before, if this one was made of it by changes of place. */
  readonly before?: Snapshot;
  readonly deliberation: Deliberation;
  readonly applicants: Applicants;
  /** The names of members by id. */
  readonly members: ReadonlyMap<string, string>;
  readonly lang: Lang;
}

/** The whole ranking on one page, and the one decision. */
export function CommitteePage(props: CommitteeProps) {
  const { request, path, round, snapshot, before, deliberation, applicants, members, lang } = props;
  const rules = round.admission;
  if (!rules) throw new Fault('RulesMissing', { round: round.id });
  return (
    <Layout
      lang={lang}
      title={words.title[lang]}
      eyebrow={round.title[lang]}
      lead={words.lead[lang]}
      contact={round.contact}
      home={path}
      path={path}
    >
      <Facts {...props} />
      <p>
        {snapshot.cut && (
          <>
            <a href="#cut">{words.toCut[lang]}</a>
            {' · '}
          </>
        )}
        <a href="#decide">{words.toDecide[lang]}</a>
      </p>
      {snapshot.model.whyRaw && (
        <Notice kind="warning">
          <p>{whyRawWords[snapshot.model.whyRaw][lang]}</p>
        </Notice>
      )}
      {before && <RankingChanges after={snapshot} {...{ before, applicants, rules, members, lang }} />}
      <h2>{words.table[lang]}</h2>
      <p>{words.tableHint[lang]}</p>
      {/* Shows the form of the return with the row's application in it; nothing is decided by it. */}
      <PageForm id="move" action={`${path}/return`} hidden={{ more: 'yes' }} />
      <RankingTable {...{ snapshot, applicants, rules, path, lang }} moveForm="move" />
      <h2 id="decide">{words.decide[lang]}</h2>
      <p>
        {words.approveHint[lang]} {words.approvals[lang]} {approvalsText(deliberation, members, lang)}
      </p>
      <PageForm id="approve" action={path} hidden={{ outcome: 'APPROVE' }}>
        <Actions>
          <ButtonLink kind="tertiary" href={`${path}/return`}>
            {words.return[lang]}
          </ButtonLink>
          <Button>{words.approve[lang]}</Button>
        </Actions>
      </PageForm>
      <PageForm id="conflict" action={path} hidden={{ outcome: 'CONFLICT' }}>
        <p class="later">{words.conflictHint[lang]}</p>
        <p>
          <Button kind="link">{words.conflict[lang]}</Button>
        </p>
      </PageForm>
      <p class="note">
        {words.due[lang]} {formatInstant(request.dueAt, lang)}
      </p>
      <ToDesk lang={lang} />
    </Layout>
  );
}

function Facts({ request, snapshot, deliberation, members, lang }: CommitteeProps) {
  const { seating, model } = snapshot;
  return (
    <SummaryList
      rows={[
        { term: words.due[lang], value: formatInstant(request.dueAt, lang) },
        { term: words.approvals[lang], value: approvalsText(deliberation, members, lang) },
        { term: words.applications[lang], value: peopleText(snapshot.entries.length)[lang] },
        { term: words.seats[lang], value: peopleText(seating.capacity)[lang] },
        { term: words.model[lang], value: rankedByWords[model.rankedBy][lang] },
        {
          term: words.snapshot[lang],
          value: `${snapshot.number} · ${formatInstant(snapshot.madeAt, lang)}`,
        },
        { term: words.rules[lang], value: versionText(snapshot.roundVersion)[lang] },
        { term: words.hash[lang], value: <code class="hash">{snapshot.snapshotHash}</code> },
      ]}
    />
  );
}

/** `2명 중 1명 (정하늘)` */
function approvalsText({ approvals, needed }: Deliberation, members: ReadonlyMap<string, string>, lang: Lang): string {
  const names = approvals.map(({ member }) => members.get(member) ?? member).join(', ');
  return `${membersText(approvals.length, needed)[lang]}${names && ` (${names})`}`;
}
