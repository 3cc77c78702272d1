/** Where contracts are changed: at the desk, and by a startup. */
export const addendumPaths = {
  desk: (reference: string) => `/desk/residencies/${reference}/addendum`,
  own: '/residency/change',
} as const;
