import type { GivenAnswer } from '../requests/confirm-or-refuse.ts';
import type { Decision } from '../second-factor/proofs.ts';
import { provedAnswer } from '../second-factor/proved-answer.ts';
import type { Account } from './account.ts';
import { checkWords } from './pages/account-texts.ts';

/** What is proved of finance's answer about one version of an account. */
export const provedAccount = (given: GivenAnswer, { lecturer, number, revision }: Account): Decision =>
  provedAnswer(given, { revision, number, about: { ko: lecturer, en: lecturer }, says: checkWords });
