import * as z from 'zod';
import { type AbsenceFault, enterAbsence, removeAbsence } from '../../people/own-absences.ts';
import type { PeopleTable } from '../../people/people-table.ts';
import { ToDesk } from '../../requests/pages/next-request.tsx';
import type { Commit } from '../../shared/database/commit.ts';
import { Actions, Button, PageForm } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { check, decode, type FieldError, formPage, type Typed } from '../../shared/pages/form.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { type PageRequest, type PageResponse, seeOther, switchedTo } from '../../shared/pages/request.ts';
import { localDateSchema, seoulDateOf } from '../../shared/time.ts';
import type { Desk } from '../desk.ts';
import type { DeskDependencies } from '../open-desk.ts';
import { Days } from './days.tsx';
import { deskPage } from './desk-page.tsx';
import { deskPaths } from './desk-paths.ts';
import { awayWords as words } from './desk-words.ts';
import { withDesk } from './sign-in.ts';

const day = { widget: 'date', hint: words.hint, schema: z.iso.date() } as const;
const awayPage = formPage({
  id: 'away',
  title: words.title,
  fields: { from: { ...day, label: words.from }, to: { ...day, label: words.to } },
});
const daysSchema = z.object({ from: localDateSchema, to: localDateSchema });

export type AwayDependencies = DeskDependencies & { readonly people: PeopleTable; readonly commit: Commit };

/** When somebody is away, which they enter and remove by themselves. */
export function awayRoutes(deps: AwayDependencies): PageRoute[] {
  const enter = async (desk: Desk, request: PageRequest): Promise<PageResponse> => {
    const typed = decode(awayPage, request.form);
    const switched = switchedTo(request.form);
    const page = { ...request, lang: switched ?? request.lang };
    if (switched) return show(desk, page, typed);
    const checked = check(awayPage, typed, request.lang);
    if (!checked.ok) return show(desk, page, typed, checked.errors);
    const given = { person: desk.person.id, ...daysSchema.parse(checked.values) };
    const outcome = await enterAbsence(deps, given, request.now);
    return outcome === 'stored' ? seeOther(deskPaths.away) : show(desk, page, typed, [errorOf(outcome, request)]);
  };

  const remove = async ({ person }: Desk, { form, now }: PageRequest): Promise<PageResponse> => {
    const days = daysSchema.safeParse({ from: form.get('from')?.[0], to: form.get('to')?.[0] });
    if (days.success) await removeAbsence(deps, { person: person.id, ...days.data }, now);
    return seeOther(deskPaths.away);
  };

  return [
    { method: 'GET', path: deskPaths.away, page: withDesk(deps, async (desk, request) => show(desk, request)) },
    { method: 'POST', path: deskPaths.away, page: withDesk(deps, enter) },
    { method: 'POST', path: deskPaths.removeAway, page: withDesk(deps, remove) },
  ];
}

const errorOf = (fault: AbsenceFault, { lang }: Pick<PageRequest, 'lang'>): FieldError => ({
  field: fault === 'past' ? 'from' : 'to',
  message: words[fault][lang],
});

function show(
  desk: Desk,
  { lang, now }: Pick<PageRequest, 'lang' | 'now'>,
  typed: Typed = {},
  errors: readonly FieldError[] = [],
): PageResponse {
  const coming = desk.person.absences
    .filter(({ to }) => to >= seoulDateOf(now))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const frame = { desk, lang, errors, title: words.title[lang], lead: words.lead[lang], formId: 'form' };
  const status = errors.length > 0 ? 422 : 200;
  return deskPage(
    {
      ...frame,
      children: (
        <>
          {coming.length > 0 && (
            <section class="answers" aria-labelledby="listed">
              <h2 id="listed">{words.listed[lang]}</h2>
              <ul class="desk-list">
                {coming.map(({ from, to, own }) => {
                  const span = <Days from={from} to={to} lang={lang} />;
                  return (
                    <li key={`${from}${to}`}>
                      <p>
                        {span}
                        {!own && ` (${words.fromFile[lang]})`}
                      </p>
                      {own && (
                        <PageForm id={`remove-${from}-${to}`} action={deskPaths.removeAway} hidden={{ from, to }}>
                          <Button kind="link">
                            {words.remove[lang]}
                            <span class="sr">: {span}</span>
                          </Button>
                        </PageForm>
                      )}
                    </li>
                  );
                })}
              </ul>
              {coming.some(({ own }) => !own) && <p>{words.fromFileText[lang]}</p>}
            </section>
          )}
          <PageForm id="form" action={deskPaths.away}>
            <Fields page={awayPage} typed={typed} errors={errors} lang={lang} />
            <Actions>
              <Button>{words.enter[lang]}</Button>
            </Actions>
          </PageForm>
          <ToDesk lang={lang} />
        </>
      ),
    },
    { status },
  );
}
