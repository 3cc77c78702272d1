import { seatsUnderRestarts } from '../support/seats/seats-restarts.ts';

seatsUnderRestarts(30, 12);
