/* What begins when a seat is accepted. By itself, so that the pages of offers load no more than that. */
export { extendResidency } from '../renewals/extend-residency.ts';
export { startResidency } from '../residencies/start-residency.ts';
