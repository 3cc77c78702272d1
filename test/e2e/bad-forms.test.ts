import { badForms } from '../support/bad-forms-suite.ts';
import { testCloud } from '../support/cloud.ts';

/* All of them in this process: test/functions/in-process/bad-forms.test.ts. */
badForms(testCloud, { all: false });
