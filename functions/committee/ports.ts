import type { DeskRequests } from '../desk/desk.ts';
import { committeeApproval, snapshotAsked } from './committee-requests.ts';
import { followMembers } from './follow-members.ts';
import { committeeNotices } from './notices.ts';
import { rankingText } from './pages/committee-texts.ts';

/** Which ranking a member is, or was, asked about: one that was changed is asked about anew. */
const rankingOnDesk = (): DeskRequests => ({
  [committeeApproval]: { about: async (request) => rankingText(snapshotAsked(request)) },
});

/** What the committee does when others tell it something. */
export const committeePorts = {
  notices: committeeNotices,
  onDesk: rankingOnDesk,
  roles: ['committee'],
  following: followMembers,
} as const;
