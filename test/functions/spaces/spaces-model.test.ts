import { describe } from 'vitest';
import { spacesModel } from '../../support/spaces/spaces-model.ts';

describe('spaces', () => spacesModel(2_000, 8));
