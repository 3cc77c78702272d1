import { badForms } from '../../support/bad-forms-suite.ts';
import { memoryAcademy } from '../../support/memory/memory-academy.ts';

badForms(memoryAcademy, { all: true });
