import { wholeRound } from '../support/cohort/round-story.ts';

wholeRound(300);
