import { memoryAcademy } from '../../support/memory/memory-academy.ts';
import { badForms } from '../../support/suites/bad-forms.ts';

badForms(memoryAcademy, { all: true });
