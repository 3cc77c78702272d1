import { kinds } from '../app/kinds.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { lecturersLambdas } from './lambdas.ts';
import { lecturerInterests } from './lecturer-interests.ts';
import { lecturersRoutes } from './pages/lecturers-routes.tsx';
import { lecturersParts } from './parts.ts';

const environment = readEnvironment(lecturersLambdas['lecturers-pages']);
const parts = lecturersParts(environment, openDatabase());
const deps = lazily({
  ...parts,
  kinds: () => kinds,
  interestsIn: () => lecturerInterests({ lecturers: parts.lecturers() }),
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
});

/** The accounts of lecturers: asked for, and confirmed by finance. */
export const handler = pagesHandler(lecturersRoutes(deps), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
