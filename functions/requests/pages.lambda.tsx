import { committeeApproval } from '../admission/committee-requests.ts';
import { lookAgainKind } from '../admission/look-again.ts';
import { offerKind } from '../admission/offer.ts';
import { committeePages } from '../admission/pages/committee-kind.tsx';
import { lookAgainPages } from '../admission/pages/look-again-kind.tsx';
import { offerPages } from '../admission/pages/offer-kind.tsx';
import { intakeKinds } from '../applications/open-requests.ts';
import { decisionKind } from '../applications/pages/decision-kind.tsx';
import { questionKind } from '../applications/pages/question-kind.tsx';
import { wire } from '../applications/wiring.ts';
import { readEnvironment } from '../shared/environment.ts';
import { requestsPagesEnvironment } from '../shared/environments.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { openLogger, systemClock } from '../shared/service.ts';
import { requestRoutes } from './pages/request-routes.tsx';

const environment = readEnvironment(requestsPagesEnvironment);
const deps = wire(environment);
const kinds = {
  [intakeKinds.decision]: decisionKind(deps),
  [intakeKinds.question]: questionKind(deps),
  [offerKind]: offerPages(deps),
  [committeeApproval]: committeePages(deps),
  [lookAgainKind]: lookAgainPages(deps),
};

/** What links in request mails open. */
export const handler = pagesHandler(
  requestRoutes({ ...deps, verifyLink: linkVerifier(environment.LINK_KEY_ID), kinds }),
  {
    baseUrl: environment.BASE_URL,
    logger: openLogger(),
    clock: systemClock,
  },
);
