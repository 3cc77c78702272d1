import { describe } from 'vitest';
import { claimsModel } from '../../support/claims/claims-model.ts';

describe('claims', () => claimsModel(2_000, 5));
