import { testCloud } from '../support/cloud.ts';
import { badForms } from '../support/suites/bad-forms.ts';

/* All of them in this process: test/functions/in-process/bad-forms.test.ts. */
badForms(testCloud, { all: false });
