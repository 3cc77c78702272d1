import { deskPath, nextRequestPath } from '../../requests/pages/next-request.tsx';

/** Where the pages of every desk are. */
export const deskPaths = {
  list: deskPath,
  next: nextRequestPath,
  request: (id: string) => `/desk/requests/${id}`,
  away: '/desk/away',
  removeAway: '/desk/away/remove',
  address: '/desk/address',
  code: '/desk/code',
  signOut: '/desk/sign-out',
  signOutElsewhere: '/desk/sign-out-elsewhere',
} as const;
