/**
 * The moments of a round, by the names that its file uses for them: as a step's `when`, and as `{firstDay}` in texts.
 * Those that are no fields of the round follow from its periods, if it has an admission.
 */
export const moments = [
  'opensAt',
  'closesAt',
  'reviewsDue',
  'committeeDue',
  'resultsOn',
  'answersDue',
  'lookAgainDue',
  'waitlistEnd',
  'firstDay',
] as const;
export type Moment = (typeof moments)[number];

/** What else of a round a text may name in braces. */
export const numbers = [
  'capacity',
  'weeks',
  'hoursPerWeek',
  'sessions',
  'reviewers',
  'draftDays',
  'refusedYears',
  'enrolledYears',
] as const;
export type NumberName = (typeof numbers)[number];

export const placeholderNames: readonly string[] = [...moments, ...numbers];
