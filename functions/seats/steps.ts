import type { AskDependencies } from '../requests/ask.ts';
import { type StepsOf, stepDoer } from '../runs/steps.ts';
import { countSeats } from './count-seats.ts';
import type { Dependencies } from './dependencies.ts';
import type { seatsSteps as steps } from './joints.ts';
import { offerSeat } from './offer-seat.ts';
import { releaseResults } from './release-results.ts';
import { seatRuns } from './seat-runs.ts';

const seatsSteps = {
  counts: { 'release-results': releaseResults, 'count-seats': countSeats },
  asks: { 'offer-seat': offerSeat },
} as const satisfies StepsOf<Dependencies & AskDependencies, typeof steps>;

/** Does the steps that seats bring. */
export const seatsDoer = stepDoer<Dependencies & AskDependencies>(seatsSteps, seatRuns);
