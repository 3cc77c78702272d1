import { cookie, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import type { Desk } from '../desk.ts';
import { isDeskPath } from '../desk.ts';
import { type DeskDependencies, openDesk } from '../open-desk.ts';
import { deskPaths } from './desk-paths.ts';

/** Where whoever signs in wanted to go: as long as a code takes. A path says nothing of anybody but to whom went there. */
const backCookie = 'desk-back';
export const backMinutes = 60;

/** For who opens a page of the desk without one: to where it is opened, and from there back. */
export const deskSignInRedirect = ({ secure }: Pick<DeskDependencies, 'secure'>, path: string): PageResponse =>
  seeOther(deskPaths.address, {
    cookies: isDeskPath(path) ? [cookie(backCookie, path, { maxAge: backMinutes * 60, secure })] : [],
  });

/** Where whoever has signed in is led, and the cookie that forgets it. A cookie is nothing to be trusted. */
export function wayBack({ secure }: Pick<DeskDependencies, 'secure'>, { cookies }: Pick<PageRequest, 'cookies'>) {
  const path = cookies[backCookie] ?? '';
  return {
    path: isDeskPath(path) ? path : deskPaths.list,
    forget: cookie(backCookie, '', { maxAge: 0, secure }),
  };
}

/** A page for whoever has a desk open; everybody else signs in first. */
export const withDesk =
  (deps: DeskDependencies, page: (desk: Desk, request: PageRequest) => Promise<PageResponse>) =>
  async (request: PageRequest): Promise<PageResponse> => {
    const desk = await openDesk(deps, request, request.now);
    // What was posted is lost, and its address may take no GET: from the list it goes on.
    return desk
      ? page(desk, request)
      : deskSignInRedirect(deps, request.method === 'GET' ? request.path : deskPaths.list);
  };
