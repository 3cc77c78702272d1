import { joinedParts, type Parts } from '../shared/database/commit.ts';
import type { Change } from '../shared/database/database.ts';
import type { TemplateWith } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import type { Application } from './application.ts';

/** What an applicant who withdraws leaves behind elsewhere, for the commit of the withdrawal. */
export interface Left extends Parts {
  /** The template of the mail that tells them, if it is more than that the application is withdrawn. */
  readonly mail?: TemplateWith<Record<string, never>>;
}

/** A port: whoever goes on with accepted applications lets go of one that is withdrawn. */
export type Leaving = (reference: string, leaving: { readonly by: string; readonly now: Instant }) => Promise<Left>;

/** A port: what whoever goes on with applications keeps of the person, and how it is overwritten. */
export interface Erasing {
  /** Somebody without a name must not go on in it: the application has to be withdrawn first. */
  readonly holds?: (application: Application) => Promise<boolean>;
  /** What else requests about them are about: the words of these are overwritten too. */
  readonly subjects?: (reference: string) => Promise<readonly string[]>;
  /**
   * Words about them, and whatever there may be much of: overwritten before the person is, in this order, so many items at
   * a time. Cut off in between, it is asked again and gives what is left.
   */
  readonly words?: (reference: string, now: Instant) => Promise<readonly Change[]>;
  /** What goes in the commit that overwrites the person. */
  readonly person?: (reference: string, now: Instant) => Promise<readonly Change[]>;
}

/** All that let go, in their order; the last that names a mail says which one it is. */
export const leavingAll =
  (all: readonly Leaving[]): Leaving =>
  async (reference, leaving) => {
    const parts: Left[] = [];
    for (const leave of all) parts.push(await leave(reference, leaving));
    return {
      ...joinedParts(parts),
      mail: parts.findLast(({ mail }) => mail !== undefined)?.mail,
    };
  };
