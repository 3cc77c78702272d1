import type { PeopleTable } from '../../people/people-table.ts';
import type { Contact } from '../../shared/contact.ts';
import type { Commit } from '../../shared/database/commit.ts';
import type { VerifyLink } from '../../shared/links.ts';
import type { RequestKinds } from '../../shared/names.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { PageFault } from '../../shared/pages/problem.tsx';
import { accessed, html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { entitledPeople, handOver } from '../hand-over.ts';
import type { InterestsIn } from '../interests.ts';
import type { Kinds } from '../kind.ts';
import { openLink } from '../open-link.ts';
import type { PersonRequest } from '../request.ts';
import type { RequestsTable } from '../requests-table.ts';
import type { Held, RequestKind, RequestPagesOf } from './kinds.ts';
import { HandOverPage, interestedPage, movedPage, pastLinkPage, unknownLinkPage } from './link-pages.tsx';
import { isDecidedTooEarly } from './next-request.tsx';

export interface RequestPagesDependencies {
  readonly requests: RequestsTable;
  readonly people: PeopleTable;
  readonly commit: Commit;
  readonly verifyLink: VerifyLink;
  readonly kinds: Kinds;
  readonly interestsIn: InterestsIn;
  /** Whom to ask who has a link that opens nothing, if that is known of all of the capability. */
  readonly contact?: () => Promise<Contact | undefined>;
  /** Told of an answer by somebody who has an interest in it, which is not taken. */
  readonly interestRefused?: (held: Held, page: PageRequest) => Promise<void>;
}

/** Whether what is asked could affect the holder or their own, as both are now. */
async function isInterested(
  deps: Pick<RequestPagesDependencies, 'people' | 'interestsIn'>,
  { request, holder }: Held,
): Promise<boolean> {
  // Applicants are asked about what is theirs, by Lambdas that do not read the staff's table.
  if (request.assignee.person === undefined) return false;
  const person = await deps.people.get(holder);
  return person !== undefined && (await deps.interestsIn(request)(person)) === 'surely';
}

/** Who reads a case by a link is told by the request's id in the log line: a GET writes nothing else. */
const logs = ['request'];

/** What somebody of the staff is shown is recorded, by the most exact id that there is; applicants see their own. */
function byStaff(
  { request, holder }: Pick<Held, 'request' | 'holder'>,
  response: PageResponse,
  of = request.subject,
): PageResponse {
  if (request.assignee.person === undefined || response.access) return response;
  return accessed(response, { account: holder, of, task: request.kind });
}

/**
 * The request, if it was settled between its reading and this answer of the staff: whoever was second, in another browser
 * or as another holder, is told what became of it with the words that they typed, which a redirect would lose.
 */
async function settledMeanwhile(
  { requests }: Pick<RequestPagesDependencies, 'requests'>,
  { request }: Held,
): Promise<PersonRequest | undefined> {
  if (request.assignee.person === undefined) return undefined;
  const present = await requests.get(request.id);
  return present?.state === 'SETTLED' ? present : undefined;
}

const isId = (text: string | undefined): text is string => /^[\w-]{1,80}$/u.test(text ?? '');

/**
 * What a link in a request mail opens: the pages of one capability, by the kind of request. Reading changes nothing; a
 * POST from our own page settles or hands over.
 */
export function requestRoutes<Capability extends keyof RequestKinds>(
  deps: RequestPagesDependencies,
  capability: Capability,
  answering: RequestPagesOf<Capability>,
): PageRoute[] {
  const pages = new Map(Object.entries<RequestKind>(answering));
  const root = `/r/${capability}`;
  const ofRequest = `${root}/{request}/{mac}`;
  /** Forged, moved and closed links have pages of their own, for every method. */
  const held =
    (
      page: (held: Held, kind: RequestKind, request: PageRequest) => Promise<PageResponse>,
      options: { readonly handingOver?: boolean } = {},
    ) =>
    async (request: PageRequest): Promise<PageResponse> => {
      const { request: id = '', mac = '' } = request.params;
      const link = await openLink(deps, id, mac, (name) => pages.has(name));
      if (link.kind === 'unknown') return unknownLinkPage(request.lang, await deps.contact?.());
      if (link.kind === 'renewed' || link.kind === 'left') return pastLinkPage(request.lang, link.kind);
      const kind = pages.get(link.request.kind);
      if (!kind) return unknownLinkPage(request.lang, await deps.contact?.());
      if (link.request.state !== 'OPEN') return byStaff(link, await kind.closed(link.request, request, link.holder));
      if (link.kind === 'moved') return movedPage(request.lang, link.request, link);
      const open = { request: link.request, holder: link.holder, path: `${root}/${id}/${mac}` };
      if (!options.handingOver && (await isInterested(deps, open))) {
        if (request.method === 'POST') await deps.interestRefused?.(open, request);
        return interestedPage(request.lang, open.path);
      }
      return byStaff(link, await page(open, kind, request));
    };

  const candidates = ({ request, holder }: Held, { now }: PageRequest) =>
    entitledPeople(deps, { kind: request.kind, subject: request.subject, holder }, now);

  const below = held(async (open, kind, request) => {
    // Handed over or asked anew since: there is something to decide.
    if (isDecidedTooEarly(request)) return seeOther(open.path);
    if (!kind.below) throw new PageFault(404);
    const { part, item } = request.params;
    const rest = [part, item].flatMap((one) => one ?? []);
    return byStaff(open, await kind.below(open, request, rest), isId(item) ? item : undefined);
  });

  return [
    { method: 'GET', path: ofRequest, logs, page: held((open, kind, request) => kind.show(open, request)) },
    {
      method: 'POST',
      path: ofRequest,
      logs,
      page: held(async (open, kind, request) => {
        const response = await kind.answer(open, request);
        const first = response.headers.Location === open.path ? await settledMeanwhile(deps, open) : undefined;
        return first ? kind.closed(first, request, open.holder) : response;
      }),
    },
    {
      method: 'GET',
      path: `${ofRequest}/hand-over`,
      logs,
      page: held(
        async (open, _kind, request) =>
          html(<HandOverPage held={open} people={await candidates(open, request)} lang={request.lang} />),
        { handingOver: true },
      ),
    },
    {
      method: 'POST',
      path: `${ofRequest}/hand-over`,
      logs,
      page: held(
        async (open, _kind, request) => {
          const to = request.form.get('to')?.[0] ?? '';
          const { request: asked, holder, path } = open;
          const outcome = await handOver(
            deps,
            { request: asked.id, generation: asked.generation, to, by: `person:${holder}` },
            request.now,
          );
          if (outcome !== 'not-entitled') return seeOther(path);
          const people = await candidates(open, request);
          return html(<HandOverPage held={open} people={people} lang={request.lang} missing />, { status: 422 });
        },
        { handingOver: true },
      ),
    },
    { method: 'GET', path: `${ofRequest}/{part}`, logs, page: below },
    { method: 'POST', path: `${ofRequest}/{part}`, logs, page: below },
    { method: 'GET', path: `${ofRequest}/{part}/{item}`, logs, page: below },
  ];
}
