import { intakeRequests } from '../applications/open-requests.ts';
import type { LapsesOf } from '../requests/lapse.ts';
import { lapseQuestion } from './answer-question.ts';
import type { intakeKinds } from './request-kinds.ts';

type Needed = Parameters<typeof lapseQuestion>[0];

/** What a lapse of each of intake's kinds does. Each commits what it changes, the request's end with it. */
export const intakeLapses = (deps: Needed): LapsesOf<typeof intakeKinds> => ({
  [intakeRequests.question]: (request, now) => lapseQuestion(deps, request, now),
});
