import type { Dependencies } from '../../../functions/app/dependencies.ts';
import { kinds } from '../../../functions/app/kinds.ts';
import { asked } from '../../../functions/requests/kind.ts';
import type { PersonRequest } from '../../../functions/requests/request.ts';
import { requestPath, staffPath } from '../../../functions/requests/request-link.ts';
import type { SignLink } from '../../../functions/shared/links.ts';
import { filledForms } from '../pages/filled-forms.ts';
import { visitor } from '../visitor.ts';

/** What became of one POST of a form that is filled as somebody would who means it. */
export interface FirstAct {
  readonly kind: string;
  /** `second`: another page asks whether it is meant. `wrong`: something is not as it has to be. */
  readonly what: 'settled' | 'second' | 'wrong';
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

interface Served {
  readonly baseUrl: string;
  readonly deps: Pick<Dependencies, 'people' | 'requests'>;
  /** The items of the table of requests. */
  readonly stored: readonly Readonly<Record<string, unknown>>[];
  readonly sign: SignLink;
}

/** Whether a page asks if what was chosen is meant. */
const isSecondAct = (html: string): boolean => /<form [^>]*id="confirm"/u.test(html);

/** Posts every form of the page of every open request once, a second act never. */
export async function firstActsIn({ baseUrl, deps, stored, sign }: Served): Promise<FirstAct[]> {
  const acts: FirstAct[] = [];
  const ids = stored.flatMap(({ id, state, kind }) => (state === 'OPEN' && kind && typeof id === 'string' ? [id] : []));
  for (const id of ids) {
    const request = await deps.requests.get(id);
    const path = request && (await pathTo(deps, request, sign));
    const page = path && (await visitor(baseUrl, { lang: 'ko' }).get(path));
    if (!request || !path || !page || page.status !== 200) continue;
    const forms = [page.html, ...(await pagesBelow(baseUrl, path, page.html))]
      .flatMap(filledForms)
      .filter(({ action }) => action.startsWith(path) && !action.endsWith('/hand-over'));
    for (const { action, fields } of forms) {
      const { html } = await visitor(baseUrl, { lang: 'ko' }).choose(action, fields);
      const isOpen = (await deps.requests.get(id))?.state === 'OPEN';
      acts.push({ kind: request.kind, what: isOpen ? (isSecondAct(html) ? 'second' : 'wrong') : 'settled', fields });
      if (!isOpen) break;
    }
  }
  return acts;
}

/** The pages to which one leads below its own path: those on which a part of what is asked is answered. */
async function pagesBelow(baseUrl: string, path: string, html: string): Promise<string[]> {
  const links = [...html.matchAll(/<a [^>]*href="([^"]+)"/gu)].map(([, href = '']) => href);
  const below = [...new Set(links)].filter((href) => href.startsWith(`${path}/`) && !href.endsWith('/hand-over'));
  const pages = await Promise.all(below.map((href) => visitor(baseUrl, { lang: 'ko' }).get(href)));
  return pages.filter(({ status, html: of }) => status === 200 && of.startsWith('<!doctype')).map((one) => one.html);
}

async function pathTo(deps: Served['deps'], request: PersonRequest, sign: SignLink): Promise<string | undefined> {
  if (kinds.get(request.kind)?.pages === undefined) return undefined;
  const { assignee } = asked(kinds, request);
  if (assignee.person === undefined) return requestPath({ sign, kinds }, request, assignee);
  const person = await deps.people.get(assignee.person);
  return person && staffPath({ sign, kinds }, request, person);
}
