import type { GivenAnswer } from '../requests/confirm-or-refuse.ts';
import type { Decision } from '../second-factor/proofs.ts';
import { provedAnswer } from '../second-factor/proved-answer.ts';
import { fileName } from './file-name.ts';
import { rulesWords } from './pages/rules-texts.ts';
import type { RuleVersion } from './rule-version.ts';

/** What is proved of finance's answer about one version of a file. */
export const provedRules = (
  given: GivenAnswer,
  { slot, number, revision }: Pick<RuleVersion, 'slot' | 'number' | 'revision'>,
): Decision => provedAnswer(given, { revision, number, about: fileName(slot), says: rulesWords });
