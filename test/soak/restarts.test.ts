import { intakeUnderRestarts } from '../support/intake-restarts.ts';

intakeUnderRestarts(30);
