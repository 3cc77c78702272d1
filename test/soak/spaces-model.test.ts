import { spacesModel } from '../support/spaces/spaces-model.ts';

spacesModel(10_000, 12);
