/* A mailed link that opens something in a browser may lead on from there to another page than it does by itself. */

const name = 'on';

/** A path with the page to which it leads on: one word, so that it is one of ours; nothing, if there is none. */
export function leadingOn(path: string, page: string | undefined): string {
  if (page === undefined) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${name}=${page}`;
}

/** The page to which a link leads on. */
export const onwardIn = (query: Readonly<Record<string, string>>): string | undefined =>
  /^[a-z]{1,20}$/u.exec(query[name] ?? '')?.[0];
