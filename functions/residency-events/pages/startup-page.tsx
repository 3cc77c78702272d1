import { addendumPaths } from '../../contracts/pages/contracts-paths.ts';
import { exitPaths } from '../../exits/pages/exit-paths.ts';
import { Actions, ButtonLink, Notice, Panel, SummaryList } from '../../shared/pages/components.tsx';
import { Layout } from '../../shared/pages/layout.tsx';
import { spaceText } from '../../spaces/space.ts';
import { isOpen } from '../open-requests.ts';
import { ownPaths } from './residency-paths.ts';
import { words as both, contractText } from './residency-words.ts';
import { Agreements, Documents, Lists, Measures, Renewal, Reports } from './startup-parts.tsx';
import type { StartupProps } from './startup-props.ts';
import { daysText, noticeText, standText, startupWords as words } from './startup-words.ts';
import { dueText, isOverdue, kindText } from './waiting-text.ts';

/** Where a startup stands in the Lab, what it has to do, and what is to come. */
export function StartupPage(props: StartupProps) {
  const { stand, lang } = props;
  const { round, residency, standing } = stand;
  const isOver = standing.kind === 'ended' || standing.kind === 'not-begun';
  return (
    <Layout
      lang={lang}
      title={words.title[lang]}
      eyebrow={round.title[lang]}
      {...(!isOver && { lead: words.lead[lang] })}
      contact={round.contact}
    >
      <Panel
        kind={standing.kind === 'resident' || standing.kind === 'onboarding' ? 'good' : 'plain'}
        title={standText(standing)[lang]}
        referenceLabel={both.reference[lang]}
        reference={residency.id}
      />
      {isOver ? <Over {...props} /> : <ToDo {...props} />}
      <Facts {...props} />
      {!isOver && <Documents {...props} />}
      {!isOver && <Lists {...props} />}
      <Reports {...props} />
      <Agreements {...props} />
      <Measures {...props} />
      {!isOver && <Renewal {...props} />}
      {standing.kind === 'resident' && <Change {...props} />}
      {isOver && <Kept {...props} />}
      <p class="later">
        <a href="/application">{words.toStatus[lang]}</a>
      </p>
    </Layout>
  );
}

/** What the startup itself is asked, what is due first at the front; each leads to its page. */
function ToDo({ stand, kinds, opens, now, lang }: StartupProps) {
  const mine = stand.requests.filter((request) => isOpen(request) && request.assignee.person === undefined);
  return (
    <section aria-labelledby="to-do">
      <h2 id="to-do">{words.toDo[lang]}</h2>
      {stand.standing.kind === 'past' && (
        <Notice kind="warning">
          <p>{words.pastText[lang]}</p>
        </Notice>
      )}
      {mine.length === 0 && <p>{words.nothing[lang]}</p>}
      {mine.length > 0 && !opens && <p>{words.byMail[lang]}</p>}
      {mine.length > 0 && (
        <ul class={mine.some((one) => isOverdue(one, now)) ? 'desk-list overdue' : 'desk-list'}>
          {mine.map((request) => (
            <li key={request.id}>
              {opens ? (
                <a href={ownPaths.request(request.id)}>{kindText(kinds, request)[lang]}</a>
              ) : (
                <strong>{kindText(kinds, request)[lang]}</strong>
              )}
              <p>
                {words.until[lang]} {dueText(request.dueAt, now)[lang]}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Facts({ stand: { residency, place, standing }, lang }: StartupProps) {
  return (
    <SummaryList
      rows={[
        { term: both.startup[lang], value: residency.startup.name },
        ...(standing.kind === 'not-begun'
          ? []
          : [
              {
                term: words.space[lang],
                value: place
                  ? spaceText(place.space)
                  : standing.kind === 'ended'
                    ? both.noSpace[lang]
                    : words.noSpace[lang],
              },
              ...residency.contracts.map(({ number, from, to }) => ({
                term: residency.contracts.length === 1 ? words.term[lang] : contractText(number)[lang],
                value: daysText(from, to)[lang],
              })),
            ]),
      ]}
    />
  );
}

const Change = ({ stand: { onboarding }, lang }: StartupProps) => (
  <section aria-labelledby="change">
    <h2 id="change">{words.change[lang]}</h2>
    <p>{noticeText(onboarding.conduct.notice.startupDays)[lang]}</p>
    <Actions>
      <ButtonLink kind="tertiary" href={addendumPaths.own}>
        {words.askChange[lang]}
      </ButtonLink>
      <ButtonLink kind="tertiary" href={exitPaths.ownNotice}>
        {words.giveNotice[lang]}
      </ButtonLink>
    </Actions>
    <p>{words.changeText[lang]}</p>
  </section>
);

function Over({ stand: { standing, residency }, lang }: StartupProps) {
  return (
    <>
      <p>{words[standing.kind === 'ended' ? 'endedText' : 'notBegunText'][lang]}</p>
      {residency.endReason && (
        <Notice title={words.why[lang]}>
          <p class="typed">{residency.endReason}</p>
        </Notice>
      )}
    </>
  );
}

/** What the consents say of it. */
const Kept = ({ stand: { round }, lang }: StartupProps) => (
  <section aria-labelledby="kept">
    <h2 id="kept">{words.kept[lang]}</h2>
    <SummaryList
      rows={round.consents
        .filter(({ required }) => required)
        .map(({ title, retention }) => ({ term: title[lang], value: retention[lang] }))}
    />
    <p>{words.keptText[lang]}</p>
  </section>
);
