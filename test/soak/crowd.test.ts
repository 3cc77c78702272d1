import { crowdAnswers } from '../support/rounds/crowd-suite.ts';

crowdAnswers({ seats: 30, people: 200 });
