import { seatsModel } from '../support/seats-model.ts';

seatsModel(10_000);
