import { seatsModel } from '../support/seats/seats-model.ts';

seatsModel(10_000);
