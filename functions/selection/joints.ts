/* The names that the selection is known by. Workflows read them too, so that nothing is imported here. */

/** The steps of cohort-admission that the selection does, each with every outcome on which its run goes on. */
export const selectionSteps = {
  'see-round': [
    'OPEN',
    'SETTLING',
    'ASSIGNING',
    'STARTING',
    'REVIEWING',
    'RANKING',
    'WITH_COMMITTEE',
    'RELEASING',
    'SEATING',
    'CONFIRMING',
    'CONFIRMED',
    'CANCELLING',
    'CANCELLED',
    'EMPTY',
    'SUPERSEDED',
  ],
  'settle-intake': ['WAIT', 'ASSIGNING', 'EMPTY', 'MOVED'],
  'assign-reviewers': ['STARTING', 'MOVED'],
  'start-screenings': ['MORE', 'REVIEWING', 'MOVED'],
  'count-reviews': ['WAIT', 'RANKING', 'MOVED'],
  'rank-applicants': ['WITH_COMMITTEE', 'EMPTY', 'MOVED'],
} as const;

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly selection:
      | 'ApplicantsRanked'
      | 'AssignmentStored'
      | 'ClosingBroughtForward'
      | 'IntakeSettled'
      | 'RankingEntriesStored'
      | 'ReviewersAssigned'
      | 'ReviewersTold'
      | 'ReviewsBegan'
      | 'ReviewsEnded'
      | 'RoundClosed'
      | 'RoundEndedEmpty'
      | 'ScreeningStarted'
      | 'ScreeningsStarted'
      | 'SendingEnded';
  }
  interface Machines {
    readonly selection: 'cohort-admission';
  }
}
