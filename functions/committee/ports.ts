import { followMembers } from './follow-members.ts';

/** What the committee does when others tell it something. */
export const committeePorts = {
  roles: ['committee'],
  following: followMembers,
} as const;
