import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Fault } from '../errors.ts';
import { isLang, type Lang } from '../i18n.ts';
import type { Instant } from '../time.ts';

/** The fields of a posted form in the order they came; a name without a field is not in it. */
export type Form = ReadonlyMap<string, readonly string[]>;

export interface PageRequest {
  /** A HEAD arrives as a GET. */
  readonly method: 'GET' | 'POST';
  /** Without the query. */
  readonly path: string;
  /** Parts of the path, not percent-decoded: ids are ASCII. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Empty for a GET. */
  readonly form: Form;
  /** Of a form with files, which `readUpload` reads; its `form` is empty. */
  readonly upload?: { readonly contentType: string; readonly body: Uint8Array } | undefined;
  readonly cookies: Readonly<Record<string, string>>;
  readonly lang: Lang;
  /** The network address that the call came from. */
  readonly source: string;
  readonly now: Instant;
}

/**
 * That somebody of the staff has looked at, or worked on, somebody's data: what a record of access has to say beside
 * when and from where. Ids only.
 */
export interface Access {
  /** Who, as the people file calls them. */
  readonly account: string;
  /** Whose data: the reference of an application, or the round whose people are all on the page. */
  readonly of: string;
  /** What for: the kind of request, or what is opened. */
  readonly task: string;
}

export interface PageResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Whole `Set-Cookie` values, as `cookie` makes them. */
  readonly cookies?: readonly string[];
  readonly body: string;
  readonly isBase64Encoded?: boolean;
  /** The origin of another server to which a form of the page is sent. */
  readonly formsTo?: string;
  /** Set by `accessed`. */
  readonly access?: Access;
}

/** A page; `cache` is a whole Cache-Control value, for pages that are the same for everybody. */
export const html = (
  page: VNode,
  { status = 200, cookies, cache = 'no-store' }: { status?: number; cookies?: readonly string[]; cache?: string } = {},
): PageResponse => ({
  status,
  headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': cache },
  cookies,
  body: `<!doctype html>${renderToString(page)}`,
});

/** A page that shows somebody's data to somebody of the staff: it goes into the records of access. */
export const accessed = (response: PageResponse, access: Access): PageResponse => ({ ...response, access });

/** After a valid POST. `path` is one of ours, beginning with a single slash. */
export function seeOther(path: string, { cookies }: { cookies?: readonly string[] } = {}): PageResponse {
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(path)) throw new Fault('RedirectUnsafe');
  return { status: 303, headers: { Location: path, 'Cache-Control': 'no-store' }, cookies, body: '' };
}

/** Where a page is now, for whatever method and form. */
export const movedTo = (path: string): PageResponse => ({ ...seeOther(path), status: 308 });

export const calendarType = 'text/calendar; charset=utf-8; method=PUBLISH';
export const csvType = 'text/csv; charset=utf-8';

/** A file that a browser keeps under a name, and no cache. */
export const attachment = (name: string, contentType: string, body: string | Buffer): PageResponse => ({
  status: 200,
  headers: {
    'Content-Type': contentType,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
  },
  body: typeof body === 'string' ? body : body.toString('base64'),
  isBase64Encoded: typeof body !== 'string',
});

/** A `Set-Cookie` value; `maxAge` in seconds (0 deletes it), without one the cookie lives as long as the browser. */
export function cookie(name: string, value: string, options: { maxAge?: number; secure: boolean }): string {
  if (!/^[\w-]+$/.test(name)) throw new Fault('CookieMalformed');
  const age = options.maxAge === undefined ? '' : `; Max-Age=${options.maxAge}`;
  return `${name}=${encodeURIComponent(value)}; Path=/${age}; HttpOnly; SameSite=Lax${options.secure ? '; Secure' : ''}`;
}

/** The name of a cookie that no other host may set, where browsers know that by the prefix: it wants https. */
export const ownName = (name: string, { secure }: { readonly secure: boolean }): string =>
  secure ? `__Host-${name}` : name;

/**
 * The language that a posted form asks for by its language switch. The page then keeps what was typed and shows itself
 * again without checking it.
 */
export function switchedTo(form: Form): Lang | undefined {
  const wanted = form.get('switch')?.at(-1);
  return isLang(wanted) ? wanted : undefined;
}
