import { crowdAnswers } from '../support/crowd-suite.ts';

crowdAnswers({ seats: 30, people: 200 });
