import type { Dependencies } from '../../../functions/applications/dependencies.ts';
import { emailKey } from '../../../functions/applications/identity.ts';
import { newId, secureRandom } from '../../../functions/shared/random.ts';
import { instantSchema } from '../../../functions/shared/time.ts';

/** As if an application had been sent under an address. */
export const reserve = (
  { applications, commit }: Pick<Dependencies, 'applications' | 'commit'>,
  roundId: string,
  email: string,
): Promise<void> =>
  commit({
    changes: [applications.reserveEmail(emailKey(roundId, email), newId(secureRandom))],
    events: [
      {
        subject: newId(secureRandom),
        type: 'MadeByTest',
        by: 'operator:test',
        at: instantSchema.parse('2027-01-11T01:00:00Z'),
      },
    ],
  });
