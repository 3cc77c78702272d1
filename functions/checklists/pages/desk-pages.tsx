import type { Desk } from '../../desk/desk.ts';
import { deskPage } from '../../desk/pages/desk-page.tsx';
import { deskDocumentPaths } from '../../documents/pages/document-paths.ts';
import type { Lang } from '../../shared/i18n.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Notice,
  PageForm,
  SummaryList,
  type SummaryRow,
} from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import type { FieldError, Typed } from '../../shared/pages/form.ts';
import { NotKept } from '../../shared/pages/not-kept.tsx';
import type { PageResponse } from '../../shared/pages/request.ts';
import { formatDate, type Instant } from '../../shared/time.ts';
import { type Checklist, requiredDone, undecidedOf } from '../checklist.ts';
import { decidable } from '../deciding.ts';
import { documentsId, itemDocumentsKind } from '../documents-owner.ts';
import { type Item, isSettled } from '../item.ts';
import type { OwnerTold } from '../owners.ts';
import { deskChecklistPaths } from './checklist-paths.ts';
import { managerWords, progressText, words } from './checklist-words.ts';
import { decisionForm } from './item-forms.ts';
import { ItemList, itemRows, labelText, stateText } from './item-rows.tsx';
import { shownItem } from './work-pages.tsx';

/** A list, with what it is for. */
export interface OpenList {
  readonly list: Checklist;
  readonly told: OwnerTold;
}

interface Shown {
  readonly desk: Desk;
  readonly lang: Lang;
  readonly now: Instant;
}

const progressOf = ({ items }: Checklist): ReturnType<typeof progressText> =>
  progressText(items.filter(isSettled).length, items.length);

/** The lists that somebody manages and that are under way. */
export const allListsPage = (
  { desk, lang }: Shown,
  lists: readonly OpenList[],
  { isPartly }: { readonly isPartly: boolean },
): PageResponse =>
  deskPage({
    desk,
    lang,
    current: deskChecklistPaths.all,
    title: managerWords.all[lang],
    lead: managerWords.allLead[lang],
    children: (
      <>
        {lists.length === 0 && <p>{managerWords.none[lang]}</p>}
        <ul class="desk-list">
          {lists.map(({ list, told }) => (
            <li key={list.id}>
              <a href={deskChecklistPaths.list(list.id)}>
                {told.title[lang]} · {list.title[lang]}
              </a>
              <p>
                {progressOf(list)[lang]}
                {undecidedOf(list).length > 0 && ` · ${managerWords.toDecide[lang]}: ${undecidedOf(list).length}`}
              </p>
              {list.nextDueOn && (
                <p class="when">
                  {managerWords.nextDue[lang]} {formatDate(list.nextDueOn, lang)}
                </p>
              )}
            </li>
          ))}
        </ul>
        {isPartly && <p>{managerWords.more[lang]}</p>}
      </>
    ),
  });

/** The whole list at its manager's desk: what is to be decided first. */
export function managerListPage({ desk, lang, now }: Shown, { list, told }: OpenList): PageResponse {
  const undecided = undecidedOf(list);
  const href = ({ id }: Item) => deskChecklistPaths.item(list.id, id);
  return deskPage({
    desk,
    lang,
    title: list.title[lang],
    lead: told.title[lang],
    children: (
      <>
        {requiredDone(list) && (
          <Notice>
            <p>{managerWords[list.completedAt ? 'completed' : 'requiredDone'][lang]}</p>
          </Notice>
        )}
        <SummaryList rows={[{ term: words.progress[lang], value: progressOf(list)[lang] }]} />
        <h2>{managerWords.toDecide[lang]}</h2>
        {undecided.length === 0 ? (
          <p>{managerWords.toDecideNone[lang]}</p>
        ) : (
          <ItemList items={undecided} href={href} doers={list.doers} {...{ lang, now }} />
        )}
        <h2>{managerWords.whole[lang]}</h2>
        <ItemList items={list.items} href={href} doers={list.doers} {...{ lang, now }} />
      </>
    ),
  });
}

/** What became of an item so far: what was said about it, and what was decided. */
const saidRows = ({ report, decided }: Item, lang: Lang): SummaryRow[] => [
  ...(report?.words ? [{ term: words.said[lang], value: report.words }] : []),
  ...(decided?.words ? [{ term: words.why[lang], value: decided.words }] : []),
];

/** One item at its manager's desk, with what can be decided about it. */
export function managerItemPage(
  { desk, lang, now }: Shown,
  { list, told }: OpenList,
  item: Item,
  given: {
    readonly hasDocument: boolean;
    /** The document that waits for a decision. */
    readonly file: string | undefined;
    readonly typed?: Typed;
    readonly errors?: readonly FieldError[];
    readonly late?: 'late' | 'noDocument';
    /** What was typed and could not be taken. */
    readonly notKept?: readonly { readonly term: string; readonly value: string }[];
  },
): PageResponse {
  const { hasDocument, file, typed = {}, errors = [], late, notKept = [] } = given;
  const canDecide = decidable(list, item).length > 0 && list.erasedAt === undefined;
  const form = decisionForm(list, item, now);
  const documents = deskDocumentPaths.slot(itemDocumentsKind, documentsId(list.id, item.doer), item.id);
  const status = late ? 409 : errors.length > 0 ? 422 : 200;
  return deskPage(
    {
      desk,
      lang,
      title: labelText(item, lang),
      lead: `${told.title[lang]} · ${list.title[lang]}`,
      errors,
      formId: canDecide ? 'decision' : undefined,
      children: (
        <>
          {late && (
            <Notice kind="warning">
              <p>{managerWords[late][lang]}</p>
            </Notice>
          )}
          <NotKept rows={notKept} lang={lang} />
          <SummaryList
            rows={[
              { term: words.state[lang], value: stateText(item, lang) },
              { term: words.doer[lang], value: list.doers[item.doer]?.title[lang] ?? item.doer },
              ...itemRows(list, item, { lang, now }),
              ...saidRows(item, lang),
            ]}
          />
          {item.evidence === 'document' && (
            <p>{hasDocument ? <a href={documents}>{managerWords.seeDocument[lang]}</a> : managerWords.noFile[lang]}</p>
          )}
          {canDecide ? (
            <PageForm
              id="decision"
              action={deskChecklistPaths.item(list.id, item.id)}
              hidden={{ ...shownItem(item), ...(file !== undefined && { file }) }}
              copied={{ of: `${list.id}-${item.id}`, page: form.id }}
            >
              <Fields page={form} {...{ typed, errors, lang }} />
              <Actions>
                <ButtonLink kind="tertiary" href={deskChecklistPaths.list(list.id)}>
                  {words.back[lang]}
                </ButtonLink>
                <Button>{words.next[lang]}</Button>
              </Actions>
            </PageForm>
          ) : (
            <>
              <p>{managerWords.nothing[lang]}</p>
              <p>
                <a href={deskChecklistPaths.list(list.id)}>{words.back[lang]}</a>
              </p>
            </>
          )}
        </>
      ),
    },
    { status },
  );
}
