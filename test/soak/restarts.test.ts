import { intakeUnderRestarts } from '../support/intake/intake-restarts.ts';

intakeUnderRestarts(30);
