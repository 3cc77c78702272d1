import type { CaseFigures } from '../../attachments/case-figures.ts';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import { decidedPath, isJustDecided } from '../../requests/pages/next-request.tsx';
import type { Deliberation } from '../../selection/deliberation.ts';
import type { Dependencies } from '../../selection/dependencies.ts';
import type { Snapshot } from '../../selection/snapshot.ts';
import { whyOf } from '../../selection/why-of.ts';
import { Fault } from '../../shared/errors.ts';
import type { Lang } from '../../shared/i18n.ts';
import type { FieldError } from '../../shared/pages/form.ts';
import { PageFault } from '../../shared/pages/problem.tsx';
import { html, type PageRequest, type PageResponse, seeOther, switchedTo } from '../../shared/pages/request.ts';
import { type Choice, twoActs } from '../../shared/pages/two-acts.tsx';
import { leaving } from '../../shared/pages/unsaved.tsx';
import { approveRanking } from '../approve-ranking.ts';
import { caseOf } from '../case-of.ts';
import { snapshotAsked } from '../committee-requests.ts';
import { declareCommitteeConflict } from '../declare-committee-conflict.ts';
import { neighboursOf } from '../neighbours.ts';
import { returnRanking } from '../return-ranking.ts';
import { CommitteePage } from './committee.tsx';
import { CommitteeCasePage } from './committee-case.tsx';
import { closedCommitteePage } from './committee-closed.tsx';
import { confirmCommittee } from './committee-confirm.tsx';
import { CommitteeReturnPage } from './committee-return.tsx';
import { memberWho } from './ranking-changes.tsx';
import { problemErrors, readMoves, readRows, type TypedRows, unchangedErrors } from './return-rows.ts';

/** The pages of a member of the committee: the ranking, each case behind it, and its return with changes. */
export function committeePages(
  deps: Pick<
    Dependencies,
    'admissions' | 'applications' | 'commit' | 'people' | 'requests' | 'rounds' | 'screenings'
  > & {
    readonly caseFigures: CaseFigures;
  },
): RequestKind {
  const load = async ({ request }: Pick<Held, 'request'>) => {
    const number = snapshotAsked(request);
    const snapshot = await deps.admissions.snapshot(request.context, number);
    const round = snapshot && (await deps.rounds.version(request.context, snapshot.roundVersion));
    const deliberation = await deps.admissions.deliberation(request.context, number);
    const asked = { round: request.context, snapshot: number };
    if (!snapshot) throw new Fault('RankingMissing', asked);
    if (!round) throw new Fault('RoundMissing', { ...asked, version: snapshot.roundVersion });
    if (!deliberation) throw new Fault('DeliberationMissing', asked);
    return { snapshot, round, deliberation };
  };

  /** The names of the committee, and of who has left it since but is named by what was decided. */
  const members = async (deliberation?: Deliberation, snapshot?: Snapshot): Promise<ReadonlyMap<string, string>> => {
    const names = new Map((await deps.people.withRole('committee')).map(({ id, name }) => [id, name]));
    const { approvals = [], returned } = deliberation ?? {};
    const told = [...approvals, ...(returned ? [returned] : [])].map(({ member }) => member);
    const movers = (snapshot?.entries ?? []).flatMap(({ moved }) => (moved ? [memberWho(moved)] : []));
    for (const id of new Set([...told, ...movers].filter((one) => !names.has(one)))) {
      const person = await deps.people.get(id);
      if (person) names.set(id, person.name);
    }
    return names;
  };

  const applicantsIn = async ({ entries }: Snapshot) => {
    const applications = await deps.applications.many(entries.map(({ reference }) => reference));
    return new Map(applications.map((application) => [application.reference, application]));
  };

  const show = async ({ request, path }: Held, { lang }: PageRequest): Promise<PageResponse> => {
    const loaded = await load({ request });
    const { basedOn } = loaded.snapshot;
    const [before, applicants, names] = await Promise.all([
      basedOn && deps.admissions.snapshot(request.context, basedOn.number),
      applicantsIn(loaded.snapshot),
      members(loaded.deliberation, loaded.snapshot),
    ]);
    return html(<CommitteePage {...loaded} {...{ request, path, before, applicants, members: names, lang }} />);
  };

  const showReturn = async (
    { request, path }: Held,
    typed: TypedRows,
    lang: Lang,
    errors: readonly FieldError[] = [],
  ): Promise<PageResponse> => {
    const { round, snapshot } = await load({ request });
    const applicants = await applicantsIn(snapshot);
    const status = errors.length > 0 ? 422 : 200;
    return html(
      <CommitteeReturnPage id={request.id} {...{ path, round, snapshot, applicants, typed, errors, lang }} />,
      { status },
    );
  };

  const sendRankingBack = async (held: Held, page: PageRequest): Promise<PageResponse> => {
    const { snapshot, round } = await load(held);
    const typed = readRows(page.form, snapshot.entries.length);
    const left = leaving(page.form, {
      lang: page.lang,
      pages: typed.rows.map((row) => row.page),
      typed: Object.fromEntries(typed.rows.flatMap((row) => Object.entries(row.typed))),
      eyebrow: round.title[page.lang],
      contact: round.contact,
      action: `${held.path}/return`,
      hidden: { rows: String(typed.rows.length) },
      to: held.path,
    });
    if (left) return left;
    const switched = switchedTo(page.form);
    if (switched || page.form.has('more')) return showReturn(held, typed, switched ?? page.lang);
    const read = readMoves(typed, snapshot, page.lang);
    if ('errors' in read) return showReturn(held, typed, page.lang, read.errors);
    const result = await returnRanking(deps, answerOf(held), read.moves, page.now);
    switch (result.kind) {
      case 'refused':
        return showReturn(held, typed, page.lang, problemErrors(typed, read.moves, result.problems, page.lang));
      case 'unchanged':
        return showReturn(held, typed, page.lang, unchangedErrors(typed, page.lang));
      case 'somebody-was-first':
        return closed((await deps.requests.get(held.request.id)) ?? held.request, page, held.holder);
      default:
        return seeOther(decidedPath(held.path));
    }
  };

  const showCase = async ({ request, path }: Held, reference: string, lang: Lang): Promise<PageResponse> => {
    const { snapshot, round } = await load({ request });
    const entry = snapshot.entries.find((one) => one.reference === reference);
    if (!entry) throw new PageFault(404);
    const stood = { roundId: round.id, snapshot: snapshot.number, rank: entry.place };
    const [why, found] = await Promise.all([whyOf(deps, stood), caseOf(deps, reference)]);
    const figures = found && (await deps.caseFigures(found.application));
    const beside = neighboursOf(snapshot.entries, reference);
    if (!why || !beside) throw new Fault('EntryMissing', { round: round.id, snapshot: snapshot.number, reference });
    return html(<CommitteeCasePage {...{ path, round, reference, why, found, figures, beside, lang }} />);
  };

  const closed: RequestKind['closed'] = async (request, page) => {
    const number = snapshotAsked(request);
    const [round, head, deliberation] = await Promise.all([
      deps.rounds.current(request.context),
      deps.admissions.snapshotHead(request.context, number),
      deps.admissions.deliberation(request.context, number),
    ]);
    const names = await members(deliberation);
    const late =
      page.form.has('rows') && request.outcome !== 'RETURN' ? readRows(page.form, head?.count ?? 1) : undefined;
    const isReturned = page.form.has('rows') && request.outcome === 'RETURN';
    const first = isReturned || isJustDecided(page, request);
    return closedCommitteePage({ request, round, deliberation, members: names, typed: late, first, lang: page.lang });
  };

  return {
    show,
    answer: (held, page) =>
      twoActs(page, {
        read: (): Choice<'APPROVE' | 'CONFLICT'> => {
          const outcome = page.form.get('outcome')?.[0];
          return outcome === 'APPROVE' || outcome === 'CONFLICT' ? { answer: outcome } : { errors: [] };
        },
        choose: (lang) => show(held, { ...page, lang }),
        confirm: async (answer, lang) => {
          const loaded = await load(held);
          const references = loaded.snapshot.entries.map(({ reference }) => reference);
          const found = answer === 'APPROVE' ? await deps.applications.many(references) : [];
          const states = new Map(found.map(({ reference, state }) => [reference, state]));
          const isTold = (reference: string) => states.get(reference) === 'ACCEPTED';
          return confirmCommittee({ ...held, ...loaded, isTold, answer, lang });
        },
        settle: async (answer) => {
          const decide = { APPROVE: approveRanking, CONFLICT: declareCommitteeConflict }[answer];
          const outcome = await decide(deps, answerOf(held), page.now);
          const isTaken = outcome === 'approved' || outcome === 'declared';
          return seeOther(isTaken ? decidedPath(held.path) : held.path);
        },
      }),
    below: async (held, page, [part = '', reference = '']) => {
      if (part === 'return' && !reference) {
        if (page.method === 'POST') return sendRankingBack(held, page);
        const { snapshot } = await load(held);
        return showReturn(held, readRows(page.form, snapshot.entries.length), page.lang);
      }
      if (part === 'case' && page.method === 'GET') return showCase(held, reference, page.lang);
      throw new PageFault(404);
    },
    closed,
  };
}

const answerOf = ({ request, holder }: Held) => ({ request: request.id, generation: request.generation, by: holder });
