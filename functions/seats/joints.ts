/* The names that seats are known by. Workflows read them too, so that nothing is imported here. */

/** Kinds of request, each with every outcome with which one may end. */
export const seatsOutcomes = {
  'seat-offer': ['ACCEPT', 'DECLINE', 'LAPSE', 'WITHDRAWN', 'CANCELLED', 'SUPERSEDED'],
} as const;

/** The steps of cohort-admission and seat-offer that seats do, each with every outcome on which its run goes on. */
export const seatsSteps = {
  'release-results': ['MORE', 'MOVED'],
  'count-seats': ['WAIT', 'CONFIRMING', 'MOVED'],
  'offer-seat': [...seatsOutcomes['seat-offer'], 'NOBODY', 'ENDED'],
} as const;

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly seats:
      | 'IdleSeatsOfferedAgain'
      | 'LetterIssued'
      | 'OfferAccepted'
      | 'OfferDeclined'
      | 'OfferLapsed'
      | 'PlaceCancelled'
      | 'PlaceGiven'
      | 'PlaceLeft'
      | 'PutOnWaitlist'
      | 'ResultsMailed'
      | 'ResultsReleased'
      | 'ResultsTold'
      | 'ResultsWritten'
      | 'SeatClosed'
      | 'SeatFreed'
      | 'SeatLeftIdle'
      | 'SeatOffered'
      | 'SeatOfferedAgain'
      | 'SeatTaken'
      | 'SeatsClosed'
      | 'SeatsMade'
      | 'SeatsSettled'
      | 'WaitlistClosed';
  }
  interface MailTemplates {
    readonly seats: {
      readonly 'not-selected': Record<string, never>;
      readonly 'offer-lapsed': { request: string };
      readonly 'offer-reminder': { requests: string[] };
      readonly 'seat-accepted': { seat: string };
      readonly 'seat-declined': { request: string };
      readonly 'seat-given-back': Record<string, never>;
      readonly 'seat-offered': { request: string; generation: string };
      readonly waitlisted: Record<string, never>;
    };
  }
  interface RequestKinds {
    readonly seats: { [Kind in keyof typeof seatsOutcomes]: (typeof seatsOutcomes)[Kind][number] };
  }
  interface Machines {
    readonly seats: 'seat-offer';
  }
}
