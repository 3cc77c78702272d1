import type { Commit } from '../shared/database/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { type Passkeys, shortId } from './passkey.ts';
import type { PasskeysTable } from './passkeys-table.ts';

/** Takes a passkey from somebody: from then on it proves nothing, wherever the device is. */
export const removePasskey = (
  deps: { readonly passkeys: PasskeysTable; readonly commit: Commit },
  {
    person,
    passkey,
    by,
    reason,
  }: { readonly person: string; readonly passkey: string; readonly by: string; readonly reason: string },
  now: Instant,
): Promise<'removed' | 'unknown'> =>
  decideAgainOnConflict(async () => {
    const was = await deps.passkeys.get(person);
    const removed = was?.passkeys.find((one) => shortId(one) === passkey);
    if (!was || !removed) return 'unknown';
    const passkeys = was.passkeys.filter((one) => one !== removed);
    const next: Passkeys = { ...was, passkeys, revision: was.revision + 1 };
    const data = { passkey, reason, passkeys: passkeys.length };
    await deps.commit({
      changes: [deps.passkeys.save(next, was)],
      events: [{ subject: `person#${person}`, type: 'PasskeyRemoved', by, at: now, data }],
    });
    return 'removed';
  });
