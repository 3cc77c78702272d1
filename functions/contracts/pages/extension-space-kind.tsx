import * as z from 'zod';
import { rulesOf } from '../../onboarding/case.ts';
import { spaceFactsText } from '../../onboarding/words.ts';
import { decidingWords } from '../../requests/pages/deciding-words.ts';
import { decidedPage } from '../../requests/pages/decision-frame.tsx';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import { decidedPath, isJustDecided, ToDesk } from '../../requests/pages/next-request.tsx';
import type { PersonRequest } from '../../requests/request.ts';
import { firstOf, type Residency } from '../../residencies/residency.ts';
import { residencyOfEvent } from '../../residencies/residency-event.ts';
import { Fault } from '../../shared/errors.ts';
import type { Lang } from '../../shared/i18n.ts';
import { chosenOf } from '../../shared/pages/answers.ts';
import { Actions, Button, Notice, PageForm, RoundAndReference, SummaryList } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { check, decode, type FieldError, formPage, type Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { type Choice, confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import { formatDate, formatInstant } from '../../shared/time.ts';
import { spacesPaths } from '../../spaces/pages/spaces-paths.ts';
import type { Proposal } from '../../spaces/propose-space.ts';
import { spaceText } from '../../spaces/space.ts';
import { allotForContract, heldNow, spacesForContract } from '../extension-space.ts';
import { contractWords as words } from '../words.ts';
import type { ContractsPages } from './addendum-request-kind.tsx';

/** The spaces that fit, the proposed one first. */
const spaceForm = ({ fitting }: Pick<Proposal, 'fitting'>) =>
  formPage({
    id: 'extension-space',
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
    },
  });

interface Allotting {
  readonly space: string;
}

/** The manager's page for the space of a contract that is in force without one. */
export function extensionSpaceKind(deps: ContractsPages): RequestKind {
  const residencyOf = async ({ subject }: PersonRequest): Promise<Residency> => {
    const reference = residencyOfEvent(subject);
    const residency = await deps.residencies.get(reference);
    if (!residency) throw new Fault('ResidencyMissing', { reference });
    return residency;
  };
  const look = async ({ request }: Held, now: PageRequest['now']) => {
    const residency = await residencyOf(request);
    const [{ round }, proposal, held] = await Promise.all([
      rulesOf(deps, residency),
      spacesForContract(deps, residency, now),
      heldNow(deps, residency.id),
    ]);
    return { residency, round, proposal, held, form: spaceForm(proposal) };
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
    const { residency, round, proposal, form, held: present } = await look(held, now);
    return html(
      <Layout
        lang={lang}
        title={words.space[lang]}
        eyebrow={<RoundAndReference title={round.title[lang]} reference={residency.id} />}
        lead={words.spaceLead[lang]}
        errors={errors}
        formId="form"
      >
        {isTaken && (
          <Notice kind="warning">
            <p>{words.spaceTaken[lang]}</p>
          </Notice>
        )}
        <SummaryList
          rows={[
            { term: decidingWords.due[lang], value: formatInstant(request.dueAt, lang) },
            ...rowsOf(residency, lang),
            ...(present ? [{ term: words.spaceNow[lang], value: spaceText(present.space) }] : []),
          ]}
        />
        {proposal.fitting.length > 0 ? (
          <PageForm id="form" action={path} copied={{ of: request.id, page: form.id }}>
            <Fields page={form} typed={typed} errors={errors} lang={lang} />
            <Actions>
              <Button>{words.allot[lang]}</Button>
            </Actions>
          </PageForm>
        ) : (
          <Notice kind="warning">
            <p>{words.noSpace[lang]}</p>
          </Notice>
        )}
        <p>
          <a href={spacesPaths.list}>{words.toSpaces[lang]}</a>
        </p>
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
        return view(held, page, { typed: {}, errors: [], isTaken: true });
      }
      return twoActs<Allotting>(page, {
        read: (lang): Choice<Allotting> => {
          const checked = check(form, typed, lang);
          return checked.ok ? { answer: checked.values } : { errors: checked.errors };
        },
        choose: (lang, errors) => view(held, { lang, now: page.now }, { typed, errors }),
        confirm: (_, lang) =>
          confirmation({
            lang,
            title: words.allotSure[lang],
            eyebrow: <RoundAndReference title={round.title[lang]} reference={residency.id} />,
            lead: words.allotSureLead[lang],
            action: path,
            chosen: typed,
            rows: [...rowsOf(residency, lang), ...chosenOf(form, typed, lang)],
            yes: words.allotYes[lang],
          }),
        settle: async ({ space }) => {
          const given = { request: request.id, generation: request.generation, by: holder, space };
          const { kind } = await allotForContract(deps, given, page.now);
          if (kind === 'not-allotted') return view(held, page, { typed: {}, errors: [], isTaken: true });
          return seeOther(kind === 'allotted' ? decidedPath(path) : path);
        },
      });
    },
    closed: async (request, page) => {
      const { lang } = page;
      const residency = await residencyOf(request);
      const by = request.settledBy ? await deps.people.get(request.settledBy) : undefined;
      const held = request.state === 'SETTLED' ? await heldNow(deps, residency.id) : undefined;
      return decidedPage(lang, request, by, {
        title: request.state === 'SETTLED' ? words.allotted : words.nobody,
        about: rowsOf(residency, lang),
        rows: held ? [{ term: words.space[lang], value: spaceText(held.space) }] : [],
        followed: words.allotSureLead,
        nothing: words.nobody,
        first: isJustDecided(page, request),
      });
    },
  };
}

/** Whose contract it is, and its days. */
const rowsOf = (residency: Residency, lang: Lang) => {
  const { from, to } = residency.contracts.at(-1) ?? firstOf(residency);
  return [
    { term: words.startup[lang], value: residency.startup.name },
    { term: words.newContract[lang], value: `${formatDate(from, lang)} – ${formatDate(to, lang)}` },
  ];
};
