import { wholeRound } from '../support/cohort/round-story.ts';

/* Three hundred in test/soak. */
wholeRound(40);
