import { claimsModel } from '../support/claims/claims-model.ts';

claimsModel(10_000, 8);
