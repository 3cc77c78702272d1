import { kinds } from '../app/kinds.ts';
import { ruleKinds } from '../app/rule-kinds.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { ruleFilesLambdas } from './lambdas.ts';
import { ruleFilesRoutes } from './pages/rules-routes.tsx';
import { ruleFilesParts } from './parts.ts';
import { ruleInterests } from './rule-interests.ts';

const environment = readEnvironment(ruleFilesLambdas['rule-files-pages']);
const parts = ruleFilesParts(environment, openDatabase());
const deps = lazily({
  ...parts,
  kinds: () => kinds,
  interestsIn: () => ruleInterests({ rules: parts.rules() }),
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
});

/** Files of rules: what they change, confirmed by finance. */
export const handler = pagesHandler(ruleFilesRoutes(deps, ruleKinds), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
