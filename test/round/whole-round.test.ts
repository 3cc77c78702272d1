import { wholeRound } from '../support/round-story.ts';

/* Three hundred in test/soak. */
wholeRound(60);
