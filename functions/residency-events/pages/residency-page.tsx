import type { ComponentChildren } from 'preact';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Notice, SummaryList, type SummaryRow } from '../../shared/pages/components.tsx';
import { formatInstant } from '../../shared/time.ts';
import { deskText } from '../../spaces/pages/spaces-words.ts';
import { isOpen } from '../open-requests.ts';
import { kindWords, deskResidencyWords as words } from './desk-words.ts';
import { Events, Measures, Reports, WhatHappened } from './residency-course.tsx';
import { Agreements, Contracts, Documents, Lists, Places } from './residency-kept.tsx';
import { residencyPaths } from './residency-paths.ts';
import type { ResidencyProps } from './residency-props.ts';
import { words as both, standingText } from './residency-words.ts';
import { askedText, dueText, isOverdue, kindText } from './waiting-text.ts';

/** All that there is of a residency, and what can be decided about it. */
export function ResidencyView(props: ResidencyProps) {
  const { file, lang } = props;
  const isStuck = [file.residency, ...file.events].some(({ stuck }) => stuck);
  return (
    <>
      {isStuck && (
        <Notice kind="warning">
          <p>{words.stuckText[lang]}</p>
        </Notice>
      )}
      <Part title={words.underWay} id="under-way" lang={lang}>
        <UnderWay {...props} />
      </Part>
      <Part title={words.who} id="who" lang={lang}>
        <SummaryList rows={whoRows(props)} />
      </Part>
      <Part title={words.terms} id="terms" lang={lang}>
        <Contracts {...props} />
      </Part>
      <Part title={words.agreements} id="agreements" lang={lang}>
        <Agreements {...props} />
      </Part>
      <Part title={words.places} id="places" lang={lang}>
        <Places {...props} />
      </Part>
      <Part title={words.documents} id="documents" lang={lang}>
        <Documents {...props} />
      </Part>
      <Part title={words.lists} id="lists" lang={lang}>
        <Lists {...props} />
      </Part>
      <Part title={words.reports} id="reports" lang={lang}>
        <Reports {...props} />
      </Part>
      <Part title={words.events} id="events" lang={lang}>
        <Events {...props} />
      </Part>
      <Part title={words.measures} id="measures" lang={lang}>
        <Measures {...props} />
      </Part>
      <Part title={words.happened} id="happened" lang={lang}>
        <WhatHappened {...props} />
      </Part>
      <p>
        <a href={residencyPaths.list}>{words.toList[lang]}</a>
      </p>
    </>
  );
}

const Part = (props: {
  readonly title: Text;
  readonly id: string;
  readonly lang: Lang;
  readonly children: ComponentChildren;
}) => (
  <section aria-labelledby={props.id} class="part">
    <h2 id={props.id}>{props.title[props.lang]}</h2>
    {props.children}
  </section>
);

/** Where it stands, and what waits for whom. */
function UnderWay({ file, kinds, now, lang }: ResidencyProps) {
  const { requests, names, standing } = file;
  const open = requests.filter(isOpen);
  const said = standingText(standing)[lang];
  return (
    <>
      <SummaryList
        rows={[
          {
            term: both.state[lang],
            value: standing.kind === 'past' ? <strong class="late">{said}</strong> : said,
          },
        ]}
      />
      {open.length === 0 ? (
        <p>{words.nothing[lang]}</p>
      ) : (
        <ul class={open.some((one) => isOverdue(one, now)) ? 'desk-list overdue' : 'desk-list'}>
          {open.map((request) => (
            <li key={request.id}>
              <strong>{kindText(kinds, request)[lang]}</strong>
              <p>
                {askedText(request, names)[lang]} · {both.due[lang]} {dueText(request.dueAt, now)[lang]}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function whoRows({ file: { residency, round, names, onboarding }, lang }: ResidencyProps): SummaryRow[] {
  const { startup, erasedAt, endReason } = residency;
  const { kind, name, number, representative, position, email, mobile } = startup;
  if (erasedAt) return [{ term: words.erased[lang], value: formatInstant(erasedAt, lang) }];
  return [
    { term: both.startup[lang], value: name },
    { term: words.kind[lang], value: kindWords[kind][lang] },
    ...(number ? [{ term: words.number[lang], value: number }] : []),
    { term: words.representative[lang], value: [representative, position].filter(Boolean).join(' · ') },
    { term: words.contact[lang], value: [email, mobile].filter(Boolean).join('\n') },
    { term: both.round[lang], value: round.title[lang] },
    { term: words.manager[lang], value: names.get(onboarding.manager) ?? onboarding.manager },
    { term: words.desks[lang], value: deskText(residency.desks)[lang] },
    ...(residency.needsAccess ? [{ term: words.access[lang], value: words.needed[lang] }] : []),
    ...(endReason ? [{ term: words.endReason[lang], value: <span class="typed">{endReason}</span> }] : []),
  ];
}
