import type { KeyObject } from 'node:crypto';
import { manifestStore } from '../../functions/audit/manifest-store.ts';
import { signingKey } from '../../functions/audit/signing-key.ts';
import { type AuditEvent, chainOf, eventsOf, verifyChain } from '../../functions/shared/database/audit.ts';
import { parseReference } from '../../functions/shared/references.ts';
import { signedHeads } from '../audit/signed-heads.ts';
import { type Verification, verifyAudit } from '../audit/verify-audit.ts';
import { Complaint, type Context, needed } from '../context.ts';

/** `audit show SUBJECT`: all that is told of it, from all chains, in the order of time. */
export async function auditShow(context: Context, typed: string | undefined): Promise<void> {
  const events = await eventsAbout(context, needed(typed, 'audit show SUBJECT'));
  for (const { at, type, by, data, also = [], subject, number } of events) {
    for (const told of [{ type, by, data }, ...also]) {
      const words = [at, told.type.padEnd(24), told.by.padEnd(20), JSON.stringify(told.data), `(${subject} ${number})`];
      console.log(words.join('  '));
    }
  }
  if (events.length === 0) throw new Complaint(`There are no events of ${typed}.`);
}

/** A reference may be typed as it was read out. */
const eventsAbout = ({ db, tables }: Context, typed: string): Promise<AuditEvent[]> =>
  eventsOf(db, tables.AUDIT_TABLE, parseReference(typed) ?? typed);

/** `audit verify`: every chain, against what it tells of and against the manifests. `audit verify SUBJECT`: its chains. */
export async function auditVerify(context: Context, typed: string | undefined): Promise<void> {
  const manifests = {
    store: manifestsOf(context),
    key: await signingKey(context.kms, context.signingKeyId).publicKey(),
  };
  if (typed !== undefined) return verifySubject(context, typed, manifests);
  sayVerification(await verifyAudit(context, manifests));
}

export function sayVerification({ faults, events, chains, signed }: Verification): void {
  for (const fault of faults) console.log(fault);
  console.log(`${events} events of ${chains} chains read.`);
  if (signed?.newest) {
    const { manifest, until } = signed.newest;
    console.log(
      `The newest manifest is ${manifest}, of ${until}. ${signed.chains} chains are as the manifests have them.`,
    );
  } else if (signed) {
    console.log('There is no manifest yet.');
  }
  if (signed && chains > signed.chains) {
    console.log(
      `${chains - signed.chains} chains are new or have grown since: the new events cannot be changed unseen once the next manifest is signed at night.`,
    );
  }
  if (faults.length > 0) throw new Complaint('The audit does not verify.');
  console.log('The audit verifies.');
}

const manifestsOf = ({ kms, manifestsBucket }: Context) => manifestStore(kms, manifestsBucket);

/** Says of each chain since which manifest it is safe, and up to which event. */
async function verifySubject(
  context: Context,
  typed: string,
  { store, key }: { readonly store: ReturnType<typeof manifestsOf>; readonly key: KeyObject },
): Promise<void> {
  const faults: string[] = [];
  const { heads } = await signedHeads(store, key, faults);
  const about = await eventsAbout(context, typed);
  const chains = [...new Set(about.map(({ subject }) => subject))].sort();
  if (chains.length === 0) throw new Complaint(`There are no events of ${typed}.`);
  for (const chain of chains) {
    const events = await chainOf(context.db, context.tables.AUDIT_TABLE, chain);
    faults.push(...verifyChain(events).map(({ number, fault }) => `${chain} event ${number}: ${fault}`));
    const signed = heads.get(chain);
    const last = events.at(-1)?.number ?? 0;
    if (signed && events.find(({ number }) => number === signed.number)?.hash !== signed.hash) {
      faults.push(`${chain} event ${signed.number}: not as manifest ${signed.manifest} has it`);
    }
    console.log(
      signed
        ? `${chain}: ${last} events; signed since manifest ${signed.since.manifest} (${signed.since.until}), up to event ${signed.number} by manifest ${signed.manifest}`
        : `${chain}: ${last} events; not signed yet`,
    );
  }
  for (const fault of faults) console.log(fault);
  if (faults.length > 0) throw new Complaint('The audit does not verify.');
}

/** `audit key`: the public key of the manifests, for whoever verifies without the cloud. */
export async function auditKey(context: Context): Promise<void> {
  const key = await signingKey(context.kms, context.signingKeyId).publicKey();
  console.log(String(key.export({ format: 'pem', type: 'spki' })).trim());
}
