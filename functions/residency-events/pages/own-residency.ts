import type { ResultOf } from '../../applications/pages/applicant-result.ts';
import type { Dependencies } from '../../residencies/dependencies.ts';
import { ownPaths } from './residency-paths.ts';

const label = { ko: '입주 안내 보기', en: 'See your residency' };

/** A result with the way to the startup's own page, if it has a residency. */
export const toOwnResidency =
  ({ residencies }: Pick<Dependencies, 'residencies'>, resultOf: ResultOf): ResultOf =>
  async (application, round, now) => {
    const result = await resultOf(application, round, now);
    if (!result || !round.residency || !(await residencies.get(application.reference))) return result;
    return { ...result, leadsTo: { href: ownPaths.residency, label } };
  };
