import type { Dependencies } from '../claims/dependencies.ts';
import type { Store } from '../shared/database/commit.ts';
import type { Instant } from '../shared/time.ts';

/**
 * Puts what was paid back before repayments were kept by months among them, once: what is settled is saved by nobody else.
 * @returns how many
 */
export async function rememberRepaid(
  { claims, lecturers, store }: Pick<Dependencies, 'claims' | 'lecturers'> & { readonly store: Store },
  at: Instant,
): Promise<number> {
  if (await claims.knowsAllRepaid()) return 0;
  let remembered = 0;
  for (const lecturer of await lecturers.ids()) {
    const repaid = (await claims.correctionsOf(lecturer)).flatMap(claims.putRepaid);
    for (const change of repaid) await store({ changes: [change], outbox: [], at });
    remembered += repaid.length;
  }
  await store({ changes: [claims.putAllRepaid()], outbox: [], at });
  return remembered;
}
