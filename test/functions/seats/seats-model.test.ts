import { seatsModel } from '../../support/seats/seats-model.ts';

/* With five times as many runs in test/soak. */
seatsModel(2_000);
