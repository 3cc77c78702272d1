import { loadPeople } from '../../../functions/people/load-people.ts';
import type { Row } from '../../../functions/people/read-people.ts';
import type { Academy } from '../academy.ts';
import { demoPeople } from '../people/demo-people.ts';

/** People beside those of the demo. */
export async function addPeople(
  at: Pick<Academy, 'people' | 'commit' | 'now'>,
  more: readonly (Pick<Row, 'id' | 'email' | 'roles'> & Partial<Row>)[],
): Promise<void> {
  const [like] = demoPeople();
  if (!like) throw new Error('the demo has nobody');
  const plain = { ...like, deputy: undefined, affiliations: [], absences: [] };
  await loadPeople(
    at,
    more.map((one) => ({ ...plain, name: one.id, ...one })),
    'operator:test',
    at.now(),
  );
}
