import type { ComponentChildren } from 'preact';
import * as z from 'zod';
import type { PeopleTable } from '../../people/people-table.ts';
import { decidingWords } from '../../requests/pages/deciding-words.ts';
import { decidedPage } from '../../requests/pages/decision-frame.tsx';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import { decidedPath, isJustDecided, ToDesk } from '../../requests/pages/next-request.tsx';
import type { PersonRequest } from '../../requests/request.ts';
import type { Residency } from '../../residencies/residency.ts';
import type { Round } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { chosenOf } from '../../shared/pages/answers.ts';
import {
  Actions,
  Button,
  Notice,
  PageForm,
  RoundAndReference,
  SummaryList,
  type SummaryRow,
} from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { check, decode, errorsOfWanted, type FieldError, formPage, type Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { type Choice, confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import { longText } from '../../shared/text/normalise.ts';
import { formatInstant, type Instant } from '../../shared/time.ts';
import type { Proposal } from '../../spaces/propose-space.ts';
import { type Space, spaceText } from '../../spaces/space.ts';
import { spaceFactsText, onboardingWords as words } from '../words.ts';

interface Chosen {
  readonly space: string;
  /** Why it is another than the one that is proposed. */
  readonly reason?: string;
}

/** What a kind of request that has a manager choose a space for a startup says of it. */
export interface Allotment {
  /** Of the form; also where the browser keeps what was typed. */
  readonly id: string;
  readonly lead: Text;
  /** Told if no space is to be had. */
  readonly none: Text;
  /** Whether a space that is not the proposed one wants a reason. */
  readonly wantsReason: boolean;
  readonly residencyOf: (request: PersonRequest) => Promise<{ readonly residency: Residency; readonly round: Round }>;
  /** The spaces that fit, the proposed one first, and what is to be known for the choice. */
  readonly look: (
    residency: Residency,
    now: Instant,
  ) => Promise<{ readonly proposal: Proposal; readonly rows: (lang: Lang) => readonly SummaryRow[] }>;
  /** Whose space it is, and for when. */
  readonly about: (residency: Residency, lang: Lang) => readonly SummaryRow[];
  readonly allot: (
    given: Chosen & { readonly request: string; readonly generation: number; readonly by: string },
    now: Instant,
  ) => Promise<{ readonly kind: 'allotted' | 'closed' | 'not-allotted' }>;
  /** The space that it has since, once it was allotted. */
  readonly given: (residency: Residency, now: Instant) => Promise<Space | undefined>;
  readonly below?: (lang: Lang) => ComponentChildren;
}

/** The spaces that fit, the proposed one first. */
const allotmentForm = ({ id, wantsReason }: Pick<Allotment, 'id' | 'wantsReason'>, { fitting }: Proposal) =>
  formPage({
    id,
    title: words.space,
    fields: {
      space: {
        widget: 'radios',
        label: words.space,
        options: fitting.map(({ space }, index) => {
          const name = spaceText(space);
          const isFirst = index === 0;
          return {
            value: space.id,
            label: {
              ko: isFirst ? `${name} (${words.proposed.ko})` : name,
              en: isFirst ? `${name} (${words.proposed.en})` : name,
            },
            hint: spaceFactsText(space),
          };
        }),
        schema: z.string(),
        missing: words.spaceMissing,
      },
      ...(wantsReason && {
        reason: {
          widget: 'textarea' as const,
          label: words.reason,
          hint: words.reasonHint,
          optional: true as const,
          maxLength: 500,
          schema: longText({ max: 500 }),
        },
      }),
    },
  });

interface Shown {
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  /** Somebody else has the chosen one by now. */
  readonly isTaken?: boolean;
}

/** The manager's page for a space of a startup: what is proposed is confirmed, or another is chosen. */
export function allotmentKind(deps: { readonly people: PeopleTable }, allotment: Allotment): RequestKind {
  const look = async ({ request }: Held, now: Instant) => {
    const { residency, round } = await allotment.residencyOf(request);
    const { proposal, rows } = await allotment.look(residency, now);
    return { residency, round, proposal, rows, form: allotmentForm(allotment, proposal) };
  };
  const view = async (
    held: Held,
    { lang, now }: Pick<PageRequest, 'lang' | 'now'>,
    { typed = {}, errors = [], isTaken = false }: Shown,
  ): Promise<PageResponse> => {
    const { request, path } = held;
    const { residency, round, proposal, rows, form } = await look(held, now);
    const [first] = proposal.fitting;
    const shown = typed.space || !first ? typed : { ...typed, space: [first.space.id] };
    return html(
      <Layout
        lang={lang}
        title={words.space[lang]}
        eyebrow={<RoundAndReference title={round.title[lang]} reference={residency.id} />}
        lead={allotment.lead[lang]}
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
            ...allotment.about(residency, lang),
            ...rows(lang),
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
            <p>{allotment.none[lang]}</p>
          </Notice>
        )}
        {allotment.below?.(lang)}
        <p class="later">
          <a href={`${path}/hand-over`}>{decidingWords.handOver[lang]}</a>
        </p>
        <ToDesk lang={lang} />
      </Layout>,
      { status: errors.length > 0 ? 422 : isTaken ? 409 : 200 },
    );
  };

  return {
    show: (held, page) => view(held, page, {}),
    answer: async (held, page) => {
      const { request, path, holder } = held;
      const { residency, round, proposal, form } = await look(held, page.now);
      const typed = decode(form, page.form);
      const chosen = typed.space?.at(-1);
      const isThere = proposal.fitting.some(({ space }) => space.id === chosen);
      if (chosen !== undefined && chosen !== '' && !isThere) {
        return view(held, page, { typed: { reason: typed.reason ?? [] }, isTaken: true });
      }
      return twoActs<Chosen>(page, {
        read: (lang): Choice<Chosen> => {
          const checked = check(form, typed, lang);
          if (!checked.ok) return { errors: checked.errors };
          const { space } = checked.values;
          const reason = typeof checked.values.reason === 'string' ? checked.values.reason : undefined;
          if (space === undefined) return { errors: errorsOfWanted(form, 'space', typed, lang) };
          const isProposed = space === proposal.fitting[0]?.space.id;
          if (allotment.wantsReason && !isProposed && reason === undefined) {
            return { errors: [{ field: 'reason', message: words.reasonMissing[lang] }] };
          }
          return { answer: { space, ...(reason !== undefined && { reason }) } };
        },
        choose: (lang, errors) => view(held, { lang, now: page.now }, { typed, errors }),
        confirm: (_, lang) =>
          confirmation({
            lang,
            title: words.allotSure[lang],
            eyebrow: <RoundAndReference title={round.title[lang]} reference={residency.id} />,
            lead: words.followed[lang],
            action: path,
            chosen: typed,
            rows: [...allotment.about(residency, lang), ...chosenOf(form, typed, lang)],
            yes: words.allotYes[lang],
          }),
        settle: async (answer) => {
          const given = { request: request.id, generation: request.generation, by: holder, ...answer };
          const { kind } = await allotment.allot(given, page.now);
          if (kind === 'not-allotted') return view(held, page, { isTaken: true });
          return seeOther(kind === 'allotted' ? decidedPath(path) : path);
        },
      });
    },
    closed: async (request, page) => {
      const { lang } = page;
      const { residency } = await allotment.residencyOf(request);
      const isSettled = request.state === 'SETTLED';
      const [by, space] = await Promise.all([
        request.settledBy ? deps.people.get(request.settledBy) : undefined,
        isSettled ? allotment.given(residency, page.now) : undefined,
      ]);
      return decidedPage(lang, request, by, {
        title: isSettled ? words.allotted : words.gone,
        about: allotment.about(residency, lang),
        rows: [
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
