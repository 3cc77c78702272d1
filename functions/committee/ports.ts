import { followMembers } from './follow-members.ts';
import { committeeNotices } from './notices.ts';

/** What the committee does when others tell it something. */
export const committeePorts = {
  notices: committeeNotices,
  roles: ['committee'],
  following: followMembers,
} as const;
