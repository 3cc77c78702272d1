import { intakeUnderRestarts } from '../support/intake/intake-restarts.ts';
import { mortalCloud } from '../support/mortal-cloud.ts';
import { seatsUnderRestarts } from '../support/seats/seats-restarts.ts';

/* On one cloud, one after the other; thirty times each, and twelve seats, in test/soak. */
const mortal = mortalCloud();
intakeUnderRestarts(8, mortal);
seatsUnderRestarts(5, 4, mortal);
