import { deskEyebrow, deskPage } from '../../desk/pages/desk-page.tsx';
import { deskPaths } from '../../desk/pages/desk-paths.ts';
import { deskRefusal } from '../../desk/pages/desk-refusal.tsx';
import { recordDeskRead } from '../../desk/record-desk-read.ts';
import type { Text } from '../../shared/i18n.ts';
import { chosenOf } from '../../shared/pages/answers.ts';
import { Actions, Button, ButtonLink, Notice, PageForm, SummaryList } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { check, decode, type FieldError, type Typed } from '../../shared/pages/form.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { type Choice, confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import { shownField, shownSchema } from './exit-forms.ts';
import { exitPaths as paths } from './exit-paths.ts';
import { kindWords, exitWords as words } from './exit-words.ts';
import { type Act, ending, noticing, warning, withdrawing } from './measure-acts.ts';
import { measureRows, namesIn, startupRows } from './measure-rows.tsx';
import { type AtDesk, forManagers, type MeasuresReach, measuresTask, toMeasures } from './measures-access.ts';

/** A manager's decisions about a residency: the list, and a page for each that can be taken. */
export function measuresRoutes(deps: MeasuresReach): PageRoute[] {
  const of = '{reference}';
  const both = (path: string, act: (at: AtDesk) => Act | undefined): PageRoute[] => {
    const page = forManagers(deps, async (at) => {
      const taken = act(at);
      if (!taken) return noWarning(at);
      if (at.request.method === 'POST') return decides(at, taken);
      await read(deps, at);
      return actPage(at, taken, {});
    });
    return [
      { method: 'GET', path, page },
      { method: 'POST', path, page },
    ];
  };
  return [
    { method: 'GET', path: paths.measures(of), page: forManagers(deps, (at) => list(deps, at)) },
    ...both(paths.warn(of), (at) => warning(deps, at)),
    ...both(paths.notice(of), (at) => noticing(deps, at)),
    ...both(paths.end(of), (at) => ending(deps, at)),
    ...both(paths.withdraw(of, '{measure}'), (at) => withdrawing(deps, at)),
  ];
}

/** Records that somebody looks, before anything is shown. */
const read = (deps: MeasuresReach, { desk, residency, request }: AtDesk): Promise<void> =>
  recordDeskRead(deps, desk, { of: residency.id, task: measuresTask }, request.now);

const noWarning = (at: AtDesk): PageResponse =>
  deskRefusal(at.desk, at.request.lang, {
    status: 404,
    title: words.noWarning,
    text: words.noWarningText,
    back: toMeasures(at),
  });

async function list(deps: MeasuresReach, at: AtDesk): Promise<PageResponse> {
  const { desk, residency, request } = at;
  const { lang } = request;
  await read(deps, at);
  const { measures = [], id } = residency;
  const names = await namesIn(deps, residency);
  const isThere = residency.state === 'RESIDENT';
  return deskPage({
    desk,
    lang,
    title: words.measures[lang],
    lead: words.measuresLead[lang],
    path: paths.measures(id),
    children: (
      <>
        <SummaryList rows={startupRows(residency, lang)} />
        {measures.length === 0 && <p>{words.none[lang]}</p>}
        {measures.map((measure) => (
          <section key={measure.id}>
            <h2>{kindWords[measure.kind][lang]}</h2>
            <SummaryList rows={measureRows(measure, names, lang)} />
            {measure.kind === 'warning' && !measure.withdrawn && (
              <Actions>
                <ButtonLink kind="tertiary" href={paths.withdraw(id, measure.id)}>
                  {words.withdraw[lang]}
                </ButtonLink>
              </Actions>
            )}
          </section>
        ))}
        {isThere ? (
          <>
            <h2>{words.decide[lang]}</h2>
            <Actions>
              <ButtonLink kind="tertiary" href={paths.warn(id)}>
                {words.warn[lang]}
              </ButtonLink>
              <ButtonLink kind="tertiary" href={paths.notice(id)}>
                {words.notice[lang]}
              </ButtonLink>
              <ButtonLink kind="tertiary" href={paths.end(id)}>
                {words.end[lang]}
              </ButtonLink>
            </Actions>
          </>
        ) : (
          <p>{words.notResident[lang]}</p>
        )}
        <p class="later">
          <a href={paths.residency(id)}>{words.back[lang]}</a>
        </p>
      </>
    ),
  });
}

function actPage(
  { desk, residency, request }: AtDesk,
  { form, path, lead }: Act,
  given: {
    readonly typed?: Typed;
    readonly errors?: readonly FieldError[];
    readonly refused?: Text;
    readonly lang?: PageRequest['lang'];
  },
): PageResponse {
  const { typed = {}, errors = [], refused, lang = request.lang } = given;
  const shown = String(residency.measures?.length ?? 0);
  return deskPage(
    {
      desk,
      lang,
      title: form.title[lang],
      lead: lead[lang],
      errors,
      formId: 'form',
      path,
      children: (
        <>
          {refused && (
            <Notice kind="warning">
              <p>{refused[lang]}</p>
            </Notice>
          )}
          <SummaryList rows={startupRows(residency, lang)} />
          <PageForm
            id="form"
            action={path}
            hidden={{ [shownField]: shown }}
            copied={{ of: residency.id, page: form.id }}
          >
            <Fields page={form} typed={typed} errors={errors} lang={lang} />
            <Actions>
              <Button>{words.continue[lang]}</Button>
            </Actions>
          </PageForm>
          <p class="later">
            <a href={paths.measures(residency.id)}>{words.toMeasures[lang]}</a>
          </p>
        </>
      ),
    },
    { status: errors.length > 0 ? 422 : refused ? 409 : 200 },
  );
}

/** Two acts: what is chosen, and that it is meant. What was typed stays, whatever comes of it. */
async function decides(at: AtDesk, act: Act): Promise<PageResponse> {
  const { residency, request } = at;
  const { form, path } = act;
  const typed = decode(form, request.form);
  const shown = shownSchema.parse(request.form.get(shownField)?.at(-1) ?? '-1');
  const wrong = check(form, typed, request.lang).ok ? await act.wrong?.(typed) : undefined;
  return twoActs(request, {
    read: (lang): Choice<true> => {
      const checked = check(form, typed, lang);
      if (!checked.ok) return { errors: checked.errors };
      if (wrong?.field !== undefined) return { errors: [{ field: wrong.field, message: wrong.text[lang] }] };
      return { answer: true };
    },
    choose: (lang, errors) => actPage(at, act, { typed, errors, lang }),
    confirm: (_, lang) =>
      wrong
        ? actPage(at, act, { typed, refused: wrong.text, lang })
        : confirmation({
            lang,
            eyebrow: deskEyebrow[lang],
            title: act.sure[lang],
            home: deskPaths.list,
            lead: act.sureLead[lang],
            rows: [...startupRows(residency, lang), ...chosenOf(form, typed, lang)],
            action: path,
            chosen: { ...typed, [shownField]: String(shown) },
            yes: act.yes[lang],
          }),
    settle: async () => {
      const refused = await act.take(typed, shown);
      if (!refused) return seeOther(paths.measures(residency.id));
      const { field, text } = refused;
      const { lang } = request;
      return field === undefined
        ? actPage(at, act, { typed, refused: text })
        : actPage(at, act, { typed, errors: [{ field, message: text[lang] }] });
    },
  });
}
