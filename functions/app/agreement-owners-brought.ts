import type { AgreementOwners } from '../agreements/owners.ts';
import { contractAgreements as ofContracts } from '../contracts/agreement-owner.ts';
import { residencyAgreements as ofResidencies } from '../onboarding/agreement-owner.ts';
import { onboardingParts } from '../onboarding/parts.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';

/*
 * Whose agreements there are, and what follows for each case: of every capability that has any, made of the names of
 * tables and the database, so that the pages of agreements load no more than that.
 */

export const residencyAgreements = (names: TableNames, db: Database): AgreementOwners =>
  ofResidencies(lazily(onboardingParts(names, db)));

export const contractAgreements = (names: TableNames, db: Database): AgreementOwners =>
  ofContracts(lazily(onboardingParts(names, db)));
