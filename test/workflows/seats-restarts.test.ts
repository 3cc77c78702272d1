import { seatsUnderRestarts } from '../support/seats/seats-restarts.ts';

/* Thirty times, with twelve seats, in test/soak. */
seatsUnderRestarts(5, 4);
