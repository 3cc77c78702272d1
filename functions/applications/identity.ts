import type { Answers } from '../forms/answers.ts';
import { fingerprint } from '../shared/random.ts';
import type { Application } from './application.ts';

/**
 * What is left of a name or an address to be compared: nothing that nobody sees, so that a name with it is the same.
 * What has none of it gives the key that it always gave, by which what was sent before is found.
 */
const seen = (written: string): string =>
  written.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '').normalize('NFKC');

/** Which person an application is about, as index keys of one round: fingerprints, not the values. */
export const emailKey = (roundId: string, email: string): string =>
  fingerprint(roundId, 'email', seen(email).toLowerCase());

/** Whether an application's applicant has shown to read the mails of an address. */
export const isProvedFor = (
  { roundId, proved }: Pick<Application, 'roundId' | 'proved'>,
  email: string | undefined,
): boolean =>
  proved !== undefined && email !== undefined && emailKey(roundId, proved.email) === emailKey(roundId, email);

const text = (answers: Answers, field: string): string => {
  const value = answers[field];
  return typeof value === 'string' ? value : '';
};

export const identityKeys = (roundId: string, answers: Answers) => ({
  email: emailKey(roundId, text(answers, 'email')),
  phone: fingerprint(roundId, 'phone', text(answers, 'mobile').replaceAll('-', '')),
  person: fingerprint(
    roundId,
    'person',
    seen(text(answers, 'name'))
      .replaceAll(/[\s\u2800]/gu, '')
      .toLowerCase(),
    text(answers, 'birthDate'),
  ),
});
