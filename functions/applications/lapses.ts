import type { Lapses } from '../requests/lapse.ts';
import { lapseQuestion } from './answer-question.ts';
import { intakeKinds } from './open-requests.ts';

type Needed = Parameters<typeof lapseQuestion>[0];

export const applicationsLapses = (deps: Needed): Lapses => ({
  [intakeKinds.question]: (request, now) => lapseQuestion(deps, request, now),
});
