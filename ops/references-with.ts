import { emailKey } from '../functions/applications/identity.ts';
import type { Context } from './context.ts';

/**
 * The applications of some rounds that were sent or begun under an address, sent ones first. Who sent one holds the
 * address, however many others were begun under it.
 */
export async function referencesWith(
  { applications }: Pick<Context, 'applications'>,
  email: string,
  roundIds: readonly string[],
): Promise<string[]> {
  const found = await Promise.all(
    roundIds.map(async (roundId) => {
      const key = emailKey(roundId, email);
      const [sent, begun] = await Promise.all([applications.reservationOf(key), applications.underContact(key)]);
      return [...(sent ? [sent] : []), ...begun];
    }),
  );
  return [...new Set(found.flat())];
}
