import { wholeRound } from '../support/rounds/round-story.ts';

wholeRound(300);
