import { intakeKinds } from '../applications/open-requests.ts';
import type { LapsesOf } from '../requests/lapse.ts';
import { lapseQuestion } from './answer-question.ts';
import type { applicationsKinds } from './request-kinds.ts';

type Needed = Parameters<typeof lapseQuestion>[0];

export const applicationsLapses = (deps: Needed): LapsesOf<typeof applicationsKinds> => ({
  [intakeKinds.question]: (request, now) => lapseQuestion(deps, request, now),
});
