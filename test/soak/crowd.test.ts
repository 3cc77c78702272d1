import { testCloud } from '../support/cloud.ts';
import { crowdAnswers } from '../support/seats/crowd-suite.ts';

crowdAnswers({ seats: 30, people: 200, academy: testCloud });
