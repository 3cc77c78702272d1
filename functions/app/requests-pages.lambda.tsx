import { intakeKinds } from '../applications/open-requests.ts';
import { decisionKind } from '../applications/pages/decision-kind.tsx';
import { questionKind } from '../applications/pages/question-kind.tsx';
import { committeeApproval } from '../committee/committee-requests.ts';
import { committeePages } from '../committee/pages/committee-kind.tsx';
import { requestRoutes } from '../requests/pages/request-routes.tsx';
import { lookAgainKind } from '../results/look-again.ts';
import { lookAgainPages } from '../results/pages/look-again-kind.tsx';
import { offerKind } from '../seats/offer.ts';
import { offerPages } from '../seats/pages/offer-kind.tsx';
import { readEnvironment } from '../shared/environment.ts';
import { requestsPagesEnvironment } from '../shared/environments.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { openLogger, systemClock } from '../shared/service.ts';
import { wire } from './wiring.ts';

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
