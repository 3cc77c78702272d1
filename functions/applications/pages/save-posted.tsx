import { addressPage } from '../../codes/pages/code-pages.tsx';
import { consentsPageId } from '../../forms/consents.ts';
import { pageOf, pagesOf } from '../../forms/round-form.ts';
import { typedInForce } from '../../forms/typed-in-force.ts';
import type { Round } from '../../rounds/round.ts';
import type { Lang } from '../../shared/i18n.ts';
import { bothWords, chosenOfBoth, isChoosing } from '../../shared/pages/both-words.tsx';
import { check, decode, type FieldError, type FormPage, type Typed } from '../../shared/pages/form.ts';
import { PageFault } from '../../shared/pages/problem.tsx';
import {
  type Form,
  html,
  type PageRequest,
  type PageResponse,
  seeOther,
  switchedTo,
} from '../../shared/pages/request.ts';
import { formIn, goingTo, revisionIn, roundIn, roundOf, shownOf } from '../../shared/pages/shown.ts';
import { newId } from '../../shared/random.ts';
import type { Draft } from '../draft-items.ts';
import { savePage } from '../save-page.ts';
import { otherAddress, withProvedAddress } from './address-routes.tsx';
import { isAtDesk, type Opened, type PagesDependencies } from './context.ts';
import { checkId, FormPageView, homeId, startId } from './form-pages.tsx';

/** A page that an address names. */
export const known = (page: FormPage | undefined): FormPage => {
  if (!page) throw new PageFault(404);
  return page;
};

/** What the pages show of a draft. */
export const formState = async (deps: PagesDependencies, opened: Opened, draft: Draft, lang: Lang) => {
  const { application, round } = opened;
  return {
    application,
    atDesk: isAtDesk(opened),
    round,
    reference: application.reference,
    revision: draft.saves,
    typedPages: await typedInForce(deps.rounds, draft, round),
    lang,
    id: newId(deps.random),
  };
};
export type FormState = Awaited<ReturnType<typeof formState>>;

/** Saves a page that was posted, and goes on to where its button leads; shows it again if something is wrong on it. */
export async function savePosted(
  deps: PagesDependencies,
  opened: Opened,
  { form, params, lang: asked, now }: PageRequest,
  draft: Draft,
): Promise<PageResponse> {
  const { round, application } = opened;
  const page = known(pageOf(round, params.page));
  const mine = decode(page, form);
  const switched = switchedTo(form);
  const lang = switched ?? asked;
  const changing = form.get('return')?.[0] === 'check';
  const both = ({ typed, saves }: Draft, chosen?: { form: Form; errors: readonly FieldError[] }) =>
    bothWords({
      page,
      mine,
      lang,
      ...chosen,
      newer: typed[page.id] ?? {},
      action: `/apply/${page.id}`,
      hidden: {
        ...shownOf(application.reference, saves),
        ...(page.id === consentsPageId && roundOf(roundIn(form))),
        ...(changing && { return: 'check' }),
      },
      eyebrow: round.title[lang],
      contact: round.contact,
      home: { go: homeId },
    });
  const choice = isChoosing(form) ? chosenOfBoth(page, mine, draft.typed[page.id] ?? {}, form, lang) : { typed: mine };
  if (isChoosing(form) && (switched || 'errors' in choice)) {
    return both(draft, { form, errors: switched || !('errors' in choice) ? [] : choice.errors });
  }
  const { typed } = 'typed' in choice ? choice : { typed: mine };
  const email = emailIn(page, typed);
  const proved = withProvedAddress(application, page, typed, email);
  const contact = application.proved ? undefined : email;
  const shown = { shown: revisionIn(form), form: formIn(form), consentsUnder: roundIn(form) };
  const saving = { page: page.id, typed: proved.saved, ...shown, contact, lang, by: opened.by };
  const saved = await savePage(deps, round, saving, now, { application, draft });
  if (saved.kind === 'newer') return both(saved.draft);

  const to = placeOf(goingTo(form), round);
  const later = form.get('action')?.[0] === 'later';
  const result = check(page, typed, lang);
  if (!switched && proved.other !== undefined && (result.ok || later || to))
    return otherAddress(opened, lang, proved.other);
  if (!switched && to) return seeOther(to);
  if (!switched && later) return seeOther('/apply/later');
  if (switched || !result.ok) {
    const errors = switched || result.ok ? [] : result.errors;
    const state = await formState(deps, opened, saved.draft, lang);
    return html(<FormPageView {...state} {...{ page, typed, errors, changing }} />, { status: switched ? 200 : 422 });
  }
  const pages = pagesOf(round, saved.draft.typed);
  const at = pages.findIndex((other) => other.id === page.id);
  const next = at < 0 ? undefined : pages[at + 1];
  return seeOther(changing || !next ? '/apply/check' : `/apply/${next.id}`);
}

/** The path of what a button of the form leads to. */
function placeOf(id: string | undefined, round: Round): string | undefined {
  if (id === homeId) return '/';
  if (id === startId) return `/rounds/${round.id}`;
  return id === checkId || pageOf(round, id) ? `/apply/${id}` : undefined;
}

/** The e-mail of a page that asks for one, if it is right. */
function emailIn(page: FormPage, typed: Typed): string | undefined {
  if (!page.fields.email) return undefined;
  const checked = check(addressPage, typed, 'ko');
  return checked.ok ? checked.values.email : undefined;
}
