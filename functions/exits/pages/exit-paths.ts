const measures = (residency: string): string => `/desk/exits/${residency}`;

/** Where the pages about the end of a residency are. */
export const exitPaths = {
  /** All that there is of it, which stands above. */
  residency: (residency: string) => `/desk/residencies/${residency}`,
  measures,
  warn: (residency: string) => `${measures(residency)}/warn`,
  notice: (residency: string) => `${measures(residency)}/notice`,
  end: (residency: string) => `${measures(residency)}/end`,
  withdraw: (residency: string, measure: string) => `${measures(residency)}/withdraw/${measure}`,
  own: '/residency',
  ownNotice: '/residency/notice',
} as const;
