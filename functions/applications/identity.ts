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

/** Whether its mails go to the office, which passes them on: until an applicant who was helped proves an own address. */
export const mailsGoToOffice = ({ roundId, email, help }: Pick<Application, 'roundId' | 'email' | 'help'>): boolean =>
  email !== undefined && help?.email !== undefined && emailKey(roundId, email) === emailKey(roundId, help.email);

/**
 * By whom something was done in an application, for the audit: by who has proved the address, unless that is the office's;
 * then whoever reads its mails did it for the applicant.
 */
export const readerOf = (application: Pick<Application, 'roundId' | 'email' | 'help'>): 'applicant' | 'office' =>
  mailsGoToOffice(application) ? 'office' : 'applicant';

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
