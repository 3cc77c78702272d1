import { wholeRound } from '../support/rounds/round-story.ts';

/* Three hundred in test/soak. */
wholeRound(60);
