import type { Change } from '../shared/database/database.ts';
import type { Instant } from '../shared/time.ts';
import type { Application } from './application.ts';
import type { ApplicationsTable } from './applications-table.ts';

/** The index entries of a newly sent version: the e-mail reserved, what the version before had released. */
export function moveIndexes(
  applications: ApplicationsTable,
  next: Application,
  was: Application,
  sentAt: Instant,
): readonly Change[] {
  const { reference, keys } = next;
  if (!keys) return [];
  const before = was.keys;
  const sibling = { reference, sentAt };
  return [
    ...(before?.email === keys.email ? [] : [applications.reserveEmail(keys.email, reference)]),
    ...(before && before.email !== keys.email
      ? [applications.releaseEmail(before.email), applications.removeContact(before.email, reference)]
      : []),
    applications.listInRound(next.roundId, reference),
    applications.putContact(keys.email, reference),
    applications.putSibling('phone', keys.phone, sibling),
    applications.putSibling('person', keys.person, sibling),
    ...(before && before.phone !== keys.phone ? [applications.removeSibling('phone', before.phone, reference)] : []),
    ...(before && before.person !== keys.person
      ? [applications.removeSibling('person', before.person, reference)]
      : []),
  ];
}

/** The index entries of an application that is withdrawn: the same person may apply anew. */
export function releaseIndexes(applications: ApplicationsTable, was: Application): readonly Change[] {
  const { keys, reference } = was;
  return keys
    ? [
        applications.releaseEmail(keys.email),
        applications.removeSibling('phone', keys.phone, reference),
        applications.removeSibling('person', keys.person, reference),
      ]
    : [];
}
