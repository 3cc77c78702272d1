import { intakeUnderRestarts } from '../support/intake/intake-restarts.ts';

/* Thirty times in test/soak. */
intakeUnderRestarts(8);
