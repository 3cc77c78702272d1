import type { PageResponse } from './request.ts';

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

/** A page that shows somebody's data to somebody of the staff: it goes into the records of access. */
export const accessed = (response: PageResponse, access: Access): PageResponse => ({ ...response, access });
