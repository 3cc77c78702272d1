import { decidingWords } from '../../requests/pages/deciding-words.ts';
import type { Held } from '../../requests/pages/kinds.ts';
import { ToDesk } from '../../requests/pages/next-request.tsx';
import type { PersonRequest } from '../../requests/request.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Actions, Button, ButtonLink, Notice, PageForm, SummaryList } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import type { FieldError, Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { NotKept } from '../../shared/pages/not-kept.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import type { Instant } from '../../shared/time.ts';
import { askedOf, type Checklist } from '../checklist.ts';
import type { Item } from '../item.ts';
import type { OwnerTold } from '../owners.ts';
import { workPaths } from './checklist-paths.ts';
import { words, workWords } from './checklist-words.ts';
import { plainReportForm } from './item-forms.ts';
import { ItemList, itemRows, labelText } from './item-rows.tsx';

/** What somebody is asked for, as their link opens it. */
export interface OpenWork {
  readonly held: Held;
  readonly list: Checklist;
  readonly doer: string;
  readonly told: OwnerTold;
}

interface Shown {
  readonly lang: Lang;
  readonly now: Instant;
}

type Rows = readonly { readonly term: string; readonly value: string }[];

/** What says which item a form is about, and as what it shows it. */
export const itemFields = { item: 'item', turn: 'turn' } as const;
export const shownItem = ({ id, turn }: Item): Readonly<Record<string, string>> => ({
  [itemFields.item]: id,
  [itemFields.turn]: String(turn),
});

/** All that somebody has to do, and what they have reported. */
export function workPage(
  { held, list, doer, told }: OpenWork,
  { lang, now }: Shown,
  late?: { readonly rows: Rows },
): PageResponse {
  const toDo = askedOf(list, doer);
  const reported = list.items.filter((item) => item.doer === doer && !toDo.includes(item));
  return html(
    <Layout
      lang={lang}
      eyebrow={told.title[lang]}
      title={list.title[lang]}
      lead={workWords.lead[lang]}
      contact={told.contact}
    >
      {late && (
        <>
          <Notice kind="warning">
            <p>{workWords.late[lang]}</p>
          </Notice>
          <NotKept rows={late.rows} lang={lang} />
        </>
      )}
      <h2>{workWords.toDo[lang]}</h2>
      <ItemList items={toDo} href={({ id }) => workPaths.item(held.path, id)} {...{ lang, now }} />
      {reported.length > 0 && (
        <>
          <h2>{workWords.reported[lang]}</h2>
          <ItemList items={reported} {...{ lang, now }} />
        </>
      )}
      {held.request.assignee.person !== undefined && (
        <>
          <p class="later">
            <a href={`${held.path}/hand-over`}>{decidingWords.handOver[lang]}</a>
          </p>
          <ToDesk lang={lang} />
        </>
      )}
    </Layout>,
    { status: late ? 409 : 200 },
  );
}

/** One item, with what its doer says about it. */
export function itemPage(
  { held, list, told }: OpenWork,
  item: Item,
  shown: Shown & {
    /** Whether a document was sent for it. */
    readonly hasDocument: boolean;
    readonly typed?: Typed;
    readonly errors?: readonly FieldError[];
    /** Whether it was reported as done and wants a document first. */
    readonly wantsDocument?: boolean;
  },
): PageResponse {
  const { lang, hasDocument, typed = {}, errors = [], wantsDocument = false } = shown;
  return html(
    <Layout
      lang={lang}
      eyebrow={`${told.title[lang]} · ${list.title[lang]}`}
      title={labelText(item, lang)}
      errors={errors}
      formId="form"
      contact={told.contact}
    >
      {wantsDocument && (
        <Notice kind="warning">
          <p>{workWords.documentMissing[lang]}</p>
        </Notice>
      )}
      {item.state === 'RETURNED' && (
        <Notice kind="warning" title={workWords.returned[lang]}>
          <p class="typed">{item.decided?.words}</p>
        </Notice>
      )}
      <SummaryList rows={itemRows(list, item, shown)} />
      {item.evidence === 'document' && (
        <PageForm id="documents" action={workPaths.documents(held.path)} hidden={shownItem(item)}>
          <p>{workWords[hasDocument ? 'documentHere' : 'documentsText'][lang]}</p>
          <Actions>
            <Button kind="tertiary">{workWords.documents[lang]}</Button>
          </Actions>
        </PageForm>
      )}
      <PageForm
        id="form"
        action={workPaths.report(held.path)}
        hidden={shownItem(item)}
        copied={{ of: `${held.request.id}-${item.id}`, page: plainReportForm.id }}
      >
        <Fields page={plainReportForm} {...{ typed, errors, lang }} />
        <Actions>
          <ButtonLink kind="tertiary" href={held.path}>
            {words.back[lang]}
          </ButtonLink>
          <Button>{words.next[lang]}</Button>
        </Actions>
      </PageForm>
    </Layout>,
    { status: errors.length > 0 || wantsDocument ? 422 : 200 },
  );
}

/** What became of a request, for whoever opens its link again. */
export function closedWorkPage(
  { outcome, assignee }: PersonRequest,
  told: OwnerTold | undefined,
  lang: Lang,
  /** What somebody has typed who was later. */
  late: Rows,
): PageResponse {
  const how = outcome === 'REPORTED' ? 'finished' : outcome === 'LAPSE' ? 'lapsed' : 'withdrawn';
  return html(
    <ProblemPage lang={lang} title={workWords[how][lang]} contact={told?.contact}>
      <p>{workWords[`${how}Text`][lang]}</p>
      <NotKept rows={late} lang={lang} />
      {assignee.person !== undefined && <ToDesk lang={lang} />}
    </ProblemPage>,
    { status: late.length > 0 ? 409 : outcome === 'REPORTED' ? 200 : 410 },
  );
}
