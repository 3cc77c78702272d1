import type { Person } from '../../people/person.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Actions, Button, ButtonLink, Notice, PageForm } from '../../shared/pages/components.tsx';
import { formatInstant, type Instant, seoulDateOf } from '../../shared/time.ts';
import type { Listed } from '../requests-at-desk.ts';
import { Days } from './days.tsx';
import { deskPaths } from './desk-paths.ts';
import { moreText, deskWords as words } from './desk-words.ts';

interface DeskList {
  readonly waiting: { readonly listed: readonly Listed[]; readonly all: number };
  readonly done: readonly Listed[];
  readonly person: Person;
  readonly deputy: Person | undefined;
  readonly now: Instant;
  readonly lang: Lang;
}

/** What waits for somebody, what they have done lately, and when they are away. */
export function DeskList({ waiting, done, person, deputy, now, lang }: DeskList) {
  const { listed, all } = waiting;
  const overdue = listed.filter(({ request }) => request.dueAt <= now);
  const open = listed.filter(({ request }) => request.dueAt > now);
  return (
    <>
      {listed.length === 0 ? (
        <Notice title={words.nothing[lang]}>
          <p>{words.nothingText[lang]}</p>
        </Notice>
      ) : (
        <Actions>
          <ButtonLink href={deskPaths.next}>{words.next[lang]}</ButtonLink>
        </Actions>
      )}
      <Requests id="overdue" title={words.overdue[lang]} listed={overdue} now={now} lang={lang} />
      <Requests id="open" title={words.open[lang]} listed={open} now={now} lang={lang} />
      {all > listed.length && <p>{moreText(all - listed.length)[lang]}</p>}
      <Requests id="done" title={words.done[lang]} listed={done} now={now} lang={lang} />
      <Away person={person} deputy={deputy} now={now} lang={lang} />
      <section class="answers" aria-labelledby="closing">
        <h2 id="closing">{words.closing[lang]}</h2>
        <p>{words.elsewhereText[lang]}</p>
        <PageForm id="elsewhere" action={deskPaths.signOutElsewhere}>
          <Actions>
            <Button kind="tertiary">{words.elsewhere[lang]}</Button>
          </Actions>
        </PageForm>
      </section>
    </>
  );
}

function Requests(props: {
  readonly id: string;
  readonly title: string;
  readonly listed: readonly Listed[];
  readonly now: Instant;
  readonly lang: Lang;
}) {
  const { id, title, listed, now, lang } = props;
  if (listed.length === 0) return null;
  const contexts = new Set(listed.map(({ context }) => context?.[lang]));
  const [ofAll] = contexts.size === 1 && listed.length > 1 ? contexts : [];
  return (
    <section class="answers" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {ofAll && <p>{ofAll}</p>}
      <ul class={`desk-list ${id}`}>
        {listed.map((one) => (
          <li key={one.request.id}>
            <a href={deskPaths.request(one.request.id)}>
              {one.title[lang]}
              {one.name !== undefined && (
                <>
                  {' · '}
                  <span class="notranslate">{one.name}</span>
                </>
              )}
              {one.about && (
                <>
                  {' · '}
                  <span class="nowrap notranslate">{one.about[lang]}</span>
                </>
              )}
            </a>
            {one.context && !ofAll && <p>{one.context[lang]}</p>}
            <p class="when">
              <When listed={one} now={now} lang={lang} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function When({ listed: { request }, now, lang }: { listed: Listed; now: Instant; lang: Lang }) {
  if (request.settledAt)
    return (
      <>
        {words.doneAt[lang]} {formatInstant(request.settledAt, lang)}
      </>
    );
  return (
    <>
      {words.due[lang]} {formatInstant(request.dueAt, lang)}
      {request.dueAt <= now && <strong> ({words.late[lang]})</strong>}
    </>
  );
}

function Away({ person, deputy, now, lang }: Pick<DeskList, 'person' | 'deputy' | 'now' | 'lang'>) {
  const coming = person.absences.filter(({ to }) => to >= seoulDateOf(now)).sort((a, b) => (a.from < b.from ? -1 : 1));
  return (
    <section class="answers" aria-labelledby="away">
      <h2 id="away">{words.away[lang]}</h2>
      {coming.length === 0 ? (
        <p>{words.notAway[lang]}</p>
      ) : (
        <ul>
          {coming.map(({ from, to }) => (
            <li key={`${from}${to}`}>
              <Days from={from} to={to} lang={lang} />
            </li>
          ))}
        </ul>
      )}
      <p>
        {words.standsIn[lang]} {deputy?.name ?? words.anybody[lang]}
      </p>
      <p>
        <a href={deskPaths.away}>{words.changeAway[lang]}</a>
      </p>
    </section>
  );
}
