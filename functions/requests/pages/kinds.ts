import type { RequestKinds } from '../../shared/names.ts';
import type { PageRequest, PageResponse } from '../../shared/pages/request.ts';
import type { PersonRequest } from '../request.ts';

/** An open request as its present holder's link opens it. */
export interface Held {
  readonly request: PersonRequest;
  readonly holder: string;
  /** The page's own path, to which it posts. */
  readonly path: string;
}

/** What the pages of one kind of request show, and what they do with an answer. */
export interface RequestKind {
  readonly show: (held: Held, page: PageRequest) => Promise<PageResponse>;
  readonly answer: (held: Held, page: PageRequest) => Promise<PageResponse>;
  /** Pages below the request's own, by the rest of the path: `['return']`, `['case', 'A-27H1-7K3Q-9MX4']`. */
  readonly below?: (held: Held, page: PageRequest, rest: readonly string[]) => Promise<PageResponse>;
  /** What became of a closed request, in words, for whoever opens its link again. */
  readonly closed: (request: PersonRequest, page: PageRequest, holder: string) => Promise<PageResponse>;
}

/** The pages of all kinds that a capability brings. */
export type RequestPagesOf<Capability extends keyof RequestKinds> = {
  readonly [Kind in keyof RequestKinds[Capability]]: RequestKind;
};
