import type { Answers } from '../forms/answers.ts';
import type { Application } from './application.ts';
import type { ApplicationsTable } from './applications-table.ts';
import { identityKeys } from './identity.ts';

/** How many others are read and told. */
const mostTold = 10;

/** References of other sent applications of the round by the same telephone, or the same name and date of birth. */
export async function sentBySamePerson(
  applications: Pick<ApplicationsTable, 'siblings' | 'many'>,
  { reference, roundId }: Pick<Application, 'reference' | 'roundId'>,
  answers: Answers,
): Promise<string[]> {
  const keys = identityKeys(roundId, answers);
  const siblings = await Promise.all([
    applications.siblings('phone', keys.phone),
    applications.siblings('person', keys.person),
  ]);
  const others = new Set(siblings.flat().map((other) => other.reference));
  others.delete(reference);
  const found = await applications.many([...others].slice(0, mostTold));
  return found.filter(({ state }) => state !== 'WITHDRAWN').map((other) => other.reference);
}
