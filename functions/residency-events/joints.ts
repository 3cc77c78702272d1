/* The names that the events of residencies are known by. Their workflow reads them too, so that nothing is imported here. */

/** The step with which each run of residency-event begins; the others are of the rooms below. */
export const residencyEventsSteps = {
  'see-what-it-is': ['REPORT', 'RENEWAL', 'AGREEMENT', 'EXIT', 'OVER', 'SUPERSEDED'],
} as const;
