import type { AdmissionRules } from '../../../functions/rounds/admission-rules.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { lifecycles } from '../../../infra/lifecycles.ts';

type Named = Pick<Round, 'eligibility' | 'consents'> & { readonly admission?: AdmissionRules | undefined };

/** What only code, data and audit call by these names: conditions, criteria, quotas, consents, states, roles. */
export const idsOf = ({ eligibility, consents, admission }: Named): ReadonlySet<string> =>
  new Set([
    ...[...eligibility, ...consents].map(({ id }) => id),
    ...[admission?.review.criteria, admission?.ranking.quotas, admission?.offer.consents].flatMap((some = []) =>
      some.map(({ id }) => id),
    ),
    ...lifecycles.flatMap(({ states, moves }) => [...states, ...moves.map(({ move }) => move)]),
  ]);

/** The ids among the words that somebody reads, and what was an object when it was written. To be asked of Korean words, in which no English one is meant. */
export const rawIds = (text: string, ids: ReadonlySet<string>): string[] => [
  ...(text.match(/\[object \w+\]/gu) ?? []),
  ...text
    .split(/[^\w@./:-]+/u)
    .map((word) => word.replace(/^[.:/-]+|[.:/-]+$/gu, ''))
    .filter((word) => ids.has(word) || /^(?!SHA)[A-Z]{3,}(?:_[A-Z]+)+$/u.test(word)),
];
