import { deskEyebrow, deskPage } from '../../desk/pages/desk-page.tsx';
import { deskPaths } from '../../desk/pages/desk-paths.ts';
import { peopleNames } from '../../people/people-names.ts';
import type { Lang } from '../../shared/i18n.ts';
import { check, decode, type FieldError } from '../../shared/pages/form.ts';
import { type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { type Choice, confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import { addDays, formatDate, seoulDateOf } from '../../shared/time.ts';
import { type Changed, type Moved, moved, returned } from '../change-holdings.ts';
import { confirmReturn, decideAndStore, moveHolder, type NotDecided, type SpaceOutcome } from '../decide-space.ts';
import { namesIn } from '../holder-names.ts';
import { type Holding, holdingIn, type Space, spaceSubject, spaceText } from '../space.ts';
import { obstacleTo } from '../stays.ts';
import type { Looking, SpacesPagesDependencies } from './space-access.ts';
import { holdingField, holdingSchema, moveForm, returnForm } from './space-forms.ts';
import { type Posted, SpaceView, toMove } from './space-page.tsx';
import { spacesPaths as paths } from './spaces-paths.ts';
import { notDecidedText, spacesWords as words } from './spaces-words.ts';

type Deps = SpacesPagesDependencies;

/** A space as it is, with what was posted and is wrong, or why what was confirmed was not done. */
export async function spacePage(
  deps: Deps,
  { desk, space, request: { lang, now } }: Looking,
  given: {
    readonly posted?: Posted;
    readonly refused?: string;
    readonly status?: 409 | 422;
    readonly lang?: Lang;
  } = {},
): Promise<PageResponse> {
  const { posted, refused, status = 200, lang: shown = lang } = given;
  const [targets, events, nameOf] = await Promise.all([
    targetsOf(deps, space, now),
    deps.eventsOf(spaceSubject(space.id)),
    namesIn(deps.holderNames, [space]),
  ]);
  const names = await peopleNames(
    deps,
    events.flatMap(({ by }) => (by.startsWith('person:') ? [by.slice('person:'.length)] : [])),
  );
  const errors = posted?.errors ?? [];
  return deskPage(
    {
      desk,
      lang: shown,
      title: spaceText(space),
      errors,
      ...(posted && { formId: posted.form }),
      path: paths.space(space.id),
      children: (
        <SpaceView
          {...{ space, targets, events, names, nameOf }}
          today={seoulDateOf(now)}
          {...(posted && { posted })}
          {...(refused !== undefined && { refused })}
          lang={shown}
        />
      ),
    },
    { status: errors.length > 0 ? 422 : status },
  );
}

/** The spaces to which the contract that can be moved could go on. */
async function targetsOf({ spaces }: Deps, space: Space, now: Looking['request']['now']): Promise<Space[]> {
  const today = seoulDateOf(now);
  const holding = toMove(space, today);
  if (!holding) return [];
  // The day is not chosen yet: whoever is left today is no obstacle, and the decision looks once more.
  const [, from = today] = [addDays(today, 1), holding.from].toSorted();
  const period = from <= holding.to ? { from, to: holding.to } : { from: today, to: holding.to };
  return (await spaces.all()).filter((other) => other.id !== space.id && !obstacleTo(other, period, today));
}

/** The holding that a form was made for, if the space still has it. */
function holdingOf({ space, request }: Looking): Holding | undefined {
  const { data: number } = holdingSchema.safeParse(request.form.get(holdingField)?.at(-1));
  return number === undefined ? undefined : holdingIn(space, number);
}

const lateText = notDecidedText({ kind: 'no-holding' });

/** That a holder has left, on a day: chosen, and confirmed. */
export async function confirmsReturn(deps: Deps, at: Looking): Promise<PageResponse> {
  const { desk, space, request } = at;
  const holding = holdingOf(at);
  if (!holding) return spacePage(deps, at, { refused: lateText[request.lang], status: 409 });
  const typed = decode(returnForm, request.form);
  const today = seoulDateOf(request.now);
  return twoActs(request, {
    read: (lang): Choice<{ readonly on: typeof today }> => {
      const checked = check(returnForm, typed, lang);
      if (!checked.ok) return { errors: checked.errors };
      const { on } = checked.values;
      return chosen({ on }, returned(space, { number: holding.number, on }, today), 'on', lang);
    },
    choose: (lang, errors) => spacePage(deps, at, { posted: { form: 'return', typed, errors }, lang }),
    confirm: ({ on }, lang) =>
      confirmation({
        lang,
        eyebrow: deskEyebrow[lang],
        title: words.confirmBack[lang],
        home: deskPaths.list,
        lead: words.confirmBackLead[lang],
        rows: [
          { term: words.space[lang], value: spaceText(space) },
          ...holdingRows(holding, lang),
          { term: words.giveBackDay[lang], value: formatDate(on, lang) },
        ],
        action: paths.giveBack(space.id),
        chosen: { ...typed, [holdingField]: [String(holding.number)] },
        yes: words.yesBack[lang],
      }),
    settle: async ({ on }) => {
      const about = { space: space.id, number: holding.number, on, by: `person:${desk.person.id}` };
      const outcome = await decideAndStore(deps, () => confirmReturn(deps, about, request.now));
      return settled(deps, at, outcome);
    },
  });
}

/** That a contract goes on in another space: chosen, and confirmed. */
export async function movesHolder(deps: Deps, at: Looking): Promise<PageResponse> {
  const { desk, space, request } = at;
  const holding = holdingOf(at);
  if (!holding) return spacePage(deps, at, { refused: lateText[request.lang], status: 409 });
  const targets = await targetsOf(deps, space, request.now);
  const form = moveForm(targets);
  const typed = decode(form, request.form);
  const today = seoulDateOf(request.now);
  return twoActs(request, {
    read: (lang): Choice<{ readonly target: Space; readonly day: typeof today }> => {
      const checked = check(form, typed, lang);
      if (!checked.ok) return { errors: checked.errors };
      const { day } = checked.values;
      const target = targets.find(({ id }) => id === checked.values.target);
      if (!target) return { errors: [{ field: 'target', message: notDecidedText({ kind: 'no-space' })[lang] }] };
      const next = moved({ space, target }, { number: holding.number, on: day }, today);
      return chosen({ target, day }, next, next.kind === 'taken' ? 'target' : 'day', lang);
    },
    choose: (lang, errors) => spacePage(deps, at, { posted: { form: 'move', typed, errors }, lang }),
    confirm: ({ target, day }, lang) =>
      confirmation({
        lang,
        eyebrow: deskEyebrow[lang],
        title: words.confirmMove[lang],
        home: deskPaths.list,
        lead: words.confirmMoveLead[lang],
        rows: [
          { term: words.space[lang], value: spaceText(space) },
          ...holdingRows(holding, lang),
          { term: words.target[lang], value: spaceText(target) },
          { term: words.moveDay[lang], value: formatDate(day, lang) },
        ],
        action: paths.move(space.id),
        chosen: { ...typed, [holdingField]: [String(holding.number)] },
        yes: words.yesMove[lang],
      }),
    settle: async ({ target, day }) => {
      const about = { space: space.id, number: holding.number, to: target.id, on: day, by: `person:${desk.person.id}` };
      const outcome = await decideAndStore(deps, () => moveHolder(deps.spaces, about, request.now));
      return settled(deps, at, outcome);
    },
  });
}

const holdingRows = (holding: Holding, lang: Lang) => [
  { term: words.holder[lang], value: holding.holder.id },
  { term: words.contractTo[lang], value: formatDate(holding.to, lang) },
];

/** What was chosen, if it could be decided like this now; else why not, beside its field. */
function chosen<Answer>(answer: Answer, next: Changed | Moved | NotDecided, field: string, lang: Lang): Choice<Answer> {
  if (next.kind === 'changed' || next.kind === 'moved' || next.kind === 'unchanged') return { answer };
  const error: FieldError = { field, message: notDecidedText(next)[lang] };
  return { errors: [error] };
}

/** To the space as it is then; if somebody was first, with what they have decided. */
async function settled(deps: Deps, at: Looking, outcome: SpaceOutcome): Promise<PageResponse> {
  if (outcome.kind === 'changed' || outcome.kind === 'unchanged') return seeOther(paths.space(at.space.id));
  const space = await deps.spaces.get(at.space.id);
  const refused = notDecidedText(outcome)[at.request.lang];
  return spacePage(deps, { ...at, space: space ?? at.space }, { refused, status: 409 });
}
