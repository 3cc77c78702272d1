import type { Answers } from '../forms/answers.ts';
import { fingerprint } from '../shared/random.ts';
import type { Application } from './application.ts';

/** Which person an application is about, as index keys of one round: fingerprints, not the values. */
export const emailKey = (roundId: string, email: string): string =>
  fingerprint(roundId, 'email', email.normalize('NFKC').toLowerCase());

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
    text(answers, 'name').normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase(),
    text(answers, 'birthDate'),
  ),
});
