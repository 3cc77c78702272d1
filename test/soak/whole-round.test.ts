import { wholeRound } from '../support/round-story.ts';

wholeRound(300);
