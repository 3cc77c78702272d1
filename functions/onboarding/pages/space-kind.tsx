import * as z from 'zod';
import { decidingWords } from '../../requests/pages/deciding-words.ts';
import { decidedPage } from '../../requests/pages/decision-frame.tsx';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import { decidedPath, isJustDecided, ToDesk } from '../../requests/pages/next-request.tsx';
import type { Lang } from '../../shared/i18n.ts';
import { longText } from '../../shared/normalise.ts';
import { chosenOf } from '../../shared/pages/answers.ts';
import { Actions, Button, Notice, PageForm, RoundAndReference, SummaryList } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { check, decode, errorsOfWanted, type FieldError, formPage, type Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { type Choice, confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import { formatInstant } from '../../shared/time.ts';
import type { Proposal } from '../../spaces/propose-space.ts';
import { spaceText } from '../../spaces/space.ts';
import { allotTo, proposalFor, spaceOf } from '../ask-space.ts';
import { spaceFactsText, onboardingWords as words } from '../words.ts';
import { startupRows } from './check-kind.tsx';
import { caseOf, type OnboardingPages } from './documents-kind.tsx';

/** The spaces that fit, the proposed one first. */
const spaceForm = ({ fitting }: Pick<Proposal, 'fitting'>) =>
  formPage({
    id: 'space-allotment',
    title: words.space,
    fields: {
      space: {
        widget: 'radios',
        label: words.space,
        options: fitting.map(({ space }, index) => {
          const facts = spaceFactsText(space);
          const name = spaceText(space);
          const first = index === 0;
          return {
            value: space.id,
            label: {
              ko: first ? `${name} (${words.proposed.ko})` : name,
              en: first ? `${name} (${words.proposed.en})` : name,
            },
            hint: facts,
          };
        }),
        schema: z.string().refine((id) => fitting.some(({ space }) => space.id === id), {
          params: { text: words.taken },
        }),
        missing: words.spaceMissing,
      },
      reason: {
        widget: 'textarea',
        label: words.reason,
        hint: words.reasonHint,
        optional: true,
        maxLength: 500,
        schema: longText({ max: 500 }),
      },
    },
  });

interface Allotting {
  readonly space: string;
  readonly reason?: string;
}

/** The manager's page for the space of a startup. */
export function spaceKind(deps: OnboardingPages): RequestKind {
  const look = async ({ request }: Held, now: PageRequest['now']) => {
    const found = await caseOf(deps, request);
    const [proposal, application] = await Promise.all([
      proposalFor(deps, found.residency, now),
      deps.applications.get(request.subject),
    ]);
    const sent = application && (await deps.applications.version(application.reference, application.version));
    const needs = sent?.answers.accessNeeds;
    return { ...found, proposal, form: spaceForm(proposal), needs: typeof needs === 'string' ? needs : '' };
  };
  const view = async (
    held: Held,
    { lang, now }: Pick<PageRequest, 'lang' | 'now'>,
    {
      typed,
      errors,
      isTaken,
    }: { readonly typed: Typed; readonly errors: readonly FieldError[]; readonly isTaken?: boolean },
  ): Promise<PageResponse> => {
    const { request, path } = held;
    const { residency, round, proposal, form, needs } = await look(held, now);
    const [first] = proposal.fitting;
    const shown = typed.space || !first ? typed : { ...typed, space: [first.space.id] };
    return html(
      <Layout
        lang={lang}
        title={words.space[lang]}
        eyebrow={<RoundAndReference title={round.title[lang]} reference={request.subject} />}
        lead={words.spaceLead[lang]}
        errors={errors}
        formId="form"
      >
        {isTaken && (
          <Notice kind="warning">
            <p>{words.taken[lang]}</p>
          </Notice>
        )}
        <SummaryList
          rows={[
            { term: decidingWords.due[lang], value: formatInstant(request.dueAt, lang) },
            ...startupRows(residency, lang),
            { term: words.desks[lang], value: String(residency.desks) },
            ...(needs === '' ? [] : [{ term: words.access[lang], value: needs }]),
          ]}
        />
        {first ? (
          <PageForm id="form" action={path} copied={{ of: request.id, page: form.id }}>
            <Fields page={form} typed={shown} errors={errors} lang={lang} />
            <Actions>
              <Button>{words.allot[lang]}</Button>
            </Actions>
          </PageForm>
        ) : (
          <Notice kind="warning">
            <p>{words.none[lang]}</p>
          </Notice>
        )}
        <p class="later">
          <a href={`${path}/hand-over`}>{decidingWords.handOver[lang]}</a>
        </p>
        <ToDesk lang={lang} />
      </Layout>,
      { status: errors.length > 0 ? 422 : isTaken ? 409 : 200 },
    );
  };

  return {
    show: (held, page) => view(held, page, { typed: {}, errors: [] }),
    answer: async (held, page) => {
      const { request, path, holder } = held;
      const { residency, round, proposal, form } = await look(held, page.now);
      const typed = decode(form, page.form);
      const chosen = typed.space?.at(-1);
      const isThere = proposal.fitting.some(({ space }) => space.id === chosen);
      if (chosen !== undefined && chosen !== '' && !isThere) {
        return view(held, page, { typed: { reason: typed.reason ?? [] }, errors: [], isTaken: true });
      }
      return twoActs<Allotting>(page, {
        read: (lang): Choice<Allotting> => {
          const checked = check(form, typed, lang);
          if (!checked.ok) return { errors: checked.errors };
          const { space, reason } = checked.values;
          if (space === undefined) return { errors: errorsOfWanted(form, 'space', typed, lang) };
          const isProposed = space === proposal.fitting[0]?.space.id;
          if (!isProposed && reason === undefined) {
            return { errors: [{ field: 'reason', message: words.reasonMissing[lang] }] };
          }
          return { answer: { space, ...(reason !== undefined && { reason }) } };
        },
        choose: (lang, errors) => view(held, { lang, now: page.now }, { typed, errors }),
        confirm: (_, lang: Lang) =>
          confirmation({
            lang,
            title: words.allotSure[lang],
            eyebrow: <RoundAndReference title={round.title[lang]} reference={request.subject} />,
            lead: words.followed[lang],
            action: path,
            chosen: typed,
            rows: [...startupRows(residency, lang), ...chosenOf(form, typed, lang)],
            yes: words.allotYes[lang],
          }),
        settle: async (answer) => {
          const given = { request: request.id, generation: request.generation, by: holder, ...answer };
          const { kind } = await allotTo(deps, given, page.now);
          if (kind === 'not-allotted') return view(held, page, { typed: {}, errors: [], isTaken: true });
          return seeOther(kind === 'allotted' ? decidedPath(path) : path);
        },
      });
    },
    closed: async (request, page) => {
      const { lang } = page;
      const { residency } = await caseOf(deps, request);
      const [by, space] = await Promise.all([
        request.settledBy ? deps.people.get(request.settledBy) : undefined,
        spaceOf(deps, residency, page.now),
      ]);
      return decidedPage(lang, request, by, {
        title: request.state === 'SETTLED' ? words.allotted : words.gone,
        rows: [
          ...startupRows(residency, lang),
          ...(space ? [{ term: words.space[lang], value: spaceText(space) }] : []),
          ...(request.reason ? [{ term: words.reason[lang], value: request.reason }] : []),
        ],
        followed: words.followed,
        nothing: words.nobody,
        first: isJustDecided(page, request),
      });
    },
  };
}
