import { seatsModel } from '../../support/seats/seats-model.ts';

/* With ten times as many runs in test/soak. */
seatsModel(1_000);
