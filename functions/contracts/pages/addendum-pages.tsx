import type { VNode } from 'preact';
import type { Desk } from '../../desk/desk.ts';
import { deskEyebrow, deskPage } from '../../desk/pages/desk-page.tsx';
import { deskPaths } from '../../desk/pages/desk-paths.ts';
import { rulesOf } from '../../onboarding/case.ts';
import type { Staff } from '../../requests/who-is-asked.ts';
import type { Residency } from '../../residencies/residency.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Actions, Button, ButtonLink, Notice, PageForm, RoundAndReference } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { decode, type FieldError, type Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { shownOf } from '../../shared/pages/shown.ts';
import { type Choice, confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import type { RandomBytes } from '../../shared/random.ts';
import { changesWhoIsAsked } from '../addendum.ts';
import { addendumForm, type ChangesTyped, changesTyped, typedNow } from '../addendum-form.ts';
import { openFor } from '../agreement-events.ts';
import { askForAddendum, type NotAsked } from '../ask-addendum.ts';
import { beginAddendum } from '../begin-addendum.ts';
import type { Dependencies } from '../dependencies.ts';
import { contractWords as words } from '../words.ts';
import { changeRows, residencyRows, tooFewDesks } from './change-rows.ts';

export type AddendumPages = Staff &
  Pick<Dependencies, 'commit' | 'requests' | 'residencies' | 'residencyEvents' | 'rounds' | 'spaces'> & {
    readonly random: RandomBytes;
  };

interface Changing {
  readonly residency: Residency;
  readonly request: PageRequest;
  /** Where the page is, and to where it leads back. */
  readonly path: string;
  readonly back: string;
}

/** What differs between the page at the desk and that of a startup. */
interface Side {
  readonly sure: Text;
  readonly sureLead: Text;
  readonly yes: Text;
  readonly frame: (
    lang: Lang,
    given: { readonly errors: readonly FieldError[]; readonly status: number; readonly children: VNode },
  ) => PageResponse;
  readonly confirmFrame: (lang: Lang) => Pick<Parameters<typeof confirmation>[0], 'eyebrow' | 'contact' | 'home'>;
  /** What is posted beside the fields. */
  readonly hidden: Readonly<Record<string, string>>;
  /** What has to be known before it is confirmed. */
  readonly also: (given: ChangesTyped, lang: Lang) => Promise<string | undefined>;
  readonly settle: (given: ChangesTyped) => Promise<NotAsked['kind'] | 'begun' | 'asked'>;
}

const refusals: Readonly<Record<NotAsked['kind'], Text>> = {
  'asked-already': words.askedAlready,
  'under-way': words.underWay,
  'not-resident': words.notResident,
  'nothing-changes': words.changedMeanwhile,
  'kind-stays': words.changedMeanwhile,
  'number-missing': words.changedMeanwhile,
  'number-without-firm': words.changedMeanwhile,
};

/** The page on which a lab manager begins an addendum: the values as they are, the changes confirmed, then begun. */
export async function addendumAtDesk(
  deps: AddendumPages,
  { desk, ...at }: Changing & { readonly desk: Desk },
): Promise<PageResponse> {
  const { residency, request } = at;
  return changing(deps, at, {
    sure: words.deskSure,
    sureLead: words.deskSureLead,
    yes: words.deskYes,
    hidden: {},
    frame: (lang, { errors, status, children }) =>
      deskPage(
        { desk, lang, title: words.title[lang], lead: words.deskLead[lang], errors, formId: 'form', children },
        { status },
      ),
    confirmFrame: (lang) => ({ eyebrow: deskEyebrow[lang], home: deskPaths.list }),
    also: async ({ changes }, lang) => {
      const notes = [
        ...(changesWhoIsAsked(changes) ? [words.newSigner[lang]] : []),
        (await tooFewDesks(deps, residency, changes, lang)) ?? [],
      ].flat();
      return notes.length > 0 ? notes.join(' ') : undefined;
    },
    settle: async (given) => {
      const by = `person:${desk.person.id}`;
      return (await beginAddendum(deps, { ...given, residency: residency.id, by }, request.now)).kind;
    },
  });
}

/** The page on which a startup asks for a change: it goes to the lab manager. */
export async function changeForStartup(
  deps: AddendumPages,
  { by, ...at }: Changing & { readonly by: string },
): Promise<PageResponse> {
  const { residency, request } = at;
  const { round } = await rulesOf(deps, residency);
  const { contact } = round;
  const eyebrow = (lang: Lang) => <RoundAndReference title={round.title[lang]} reference={residency.id} />;
  return changing(deps, at, {
    sure: words.ownSure,
    sureLead: words.ownSureLead,
    yes: words.ownYes,
    hidden: shownOf(residency.id),
    frame: (lang, { errors, status, children }) =>
      html(
        <Layout
          lang={lang}
          title={words.title[lang]}
          eyebrow={eyebrow(lang)}
          lead={words.ownLead[lang]}
          errors={errors}
          formId="form"
          contact={contact}
        >
          {children}
        </Layout>,
        { status },
      ),
    confirmFrame: (lang) => ({ eyebrow: eyebrow(lang), contact }),
    also: async ({ changes }, lang) => (changesWhoIsAsked(changes) ? words.newSigner[lang] : undefined),
    settle: async (given) => (await askForAddendum(deps, { ...given, residency: residency.id, by }, request.now)).kind,
  });
}

/** Why nothing can be changed at this moment, whatever is typed. */
async function refusedNow(
  deps: AddendumPages,
  { id, state, changeAsked }: Residency,
): Promise<NotAsked['kind'] | undefined> {
  if (state !== 'RESIDENT') return 'not-resident';
  if (openFor(await deps.residencyEvents.of(id), 'addendum')) return 'under-way';
  return changeAsked ? 'asked-already' : undefined;
}

async function changing(deps: AddendumPages, at: Changing, side: Side): Promise<PageResponse> {
  const { residency, request, path, back } = at;
  const form = addendumForm(residency);
  const refused = (lang: Lang, why: NotAsked['kind']): PageResponse =>
    side.frame(lang, {
      errors: [],
      status: request.method === 'POST' ? 409 : 200,
      children: (
        <>
          <Notice kind="warning">
            <p>{refusals[why][lang]}</p>
          </Notice>
          <Actions>
            <ButtonLink href={back}>{words.back[lang]}</ButtonLink>
          </Actions>
        </>
      ),
    });
  const view = (lang: Lang, typed: Typed, errors: readonly FieldError[]): PageResponse =>
    side.frame(lang, {
      errors,
      status: errors.length > 0 ? 422 : 200,
      children: (
        <>
          <PageForm id="form" action={path} hidden={side.hidden} copied={{ of: residency.id, page: form.id }}>
            <Fields page={form} typed={typed} errors={errors} lang={lang} />
            <Actions>
              <Button>{words.check[lang]}</Button>
            </Actions>
          </PageForm>
          <p>
            <a href={back}>{words.back[lang]}</a>
          </p>
        </>
      ),
    });

  const why = await refusedNow(deps, residency);
  if (why) return refused(request.lang, why);
  if (request.method === 'GET') return view(request.lang, typedNow(residency), []);
  const typed = decode(form, request.form);
  return twoActs<ChangesTyped>(request, {
    read: (lang): Choice<ChangesTyped> => {
      const checked = changesTyped(residency, typed, lang);
      return checked.ok ? { answer: checked.given } : { errors: checked.errors };
    },
    choose: (lang, errors) => view(lang, typed, errors),
    confirm: async (given, lang) =>
      confirmation({
        ...side.confirmFrame(lang),
        lang,
        title: side.sure[lang],
        lead: side.sureLead[lang],
        also: await side.also(given, lang),
        rows: [...residencyRows(residency, lang), ...changeRows(residency, given, lang)],
        action: path,
        chosen: { ...typed, ...side.hidden },
        yes: side.yes[lang],
      }),
    settle: async (given) => {
      const kind = await side.settle(given);
      return kind === 'begun' || kind === 'asked' ? seeOther(back) : refused(request.lang, kind);
    },
  });
}
