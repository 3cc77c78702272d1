/** At the desk of whoever manages lists. */
export const deskChecklistPaths = {
  all: '/desk/checklists/all',
  list: (list: string) => `/desk/checklists/${list}`,
  item: (list: string, item: string) => `/desk/checklists/${list}/${item}`,
} as const;

/** For whoever a list is for, who reads it as it fills. */
export const readersPath = (list: string): string => `/checklists/${list}`;

/** Below the page of a request, whose own address is its link. */
export const workPaths = {
  item: (path: string, item: string) => `${path}/item/${item}`,
  report: (path: string) => `${path}/report`,
  documents: (path: string) => `${path}/documents`,
} as const;
