import type { GivenAnswer } from '../requests/confirm-or-refuse.ts';
import type { Text } from '../shared/i18n.ts';
import type { Decision } from './decision.ts';

interface Asked {
  /** Of what is confirmed or refused, as it was shown. */
  readonly revision: number;
  readonly number: number;
  readonly about: Text;
  readonly says: Readonly<Record<'title' | 'confirm' | 'refuse', Text>>;
}

/** What is proved of the answer of somebody who confirms a version of something, or refuses it. No amount is decided. */
export const provedAnswer = (
  { request, by, decision }: GivenAnswer,
  { revision, number, about, says }: Asked,
): Decision => ({
  person: by,
  subject: request,
  revision,
  outcome: decision.outcome,
  amount: 0,
  words: {
    subject: {
      ko: `${says.title.ko}: ${about.ko}, ${number}번째`,
      en: `${says.title.en}: ${about.en}, version ${number}`,
    },
    outcome: decision.outcome === 'CONFIRM' ? says.confirm : says.refuse,
  },
});
