import type { OutboxDraft } from '../outbox/entry.ts';
import { cancelled } from '../requests/request.ts';
import type { Parts } from '../shared/database/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Agreement, presentIn, type Version } from './agreement.ts';
import type { Dependencies } from './dependencies.ts';
import { makeVersion, type NotMade } from './make-version.ts';
import { ownerId, ownerOf } from './owners.ts';
import { signerAsked, telling } from './requests.ts';
import { nextSigner, replacedBy } from './signing.ts';

type Reach = Dependencies;

export type Drafted =
  | { readonly kind: 'drafted'; readonly agreement: string; readonly version: number }
  /** There is nothing (any more) to agree on. */
  | { readonly kind: 'nothing-to-sign' }
  | NotMade;

/**
 * Makes the agreement of an owner from what the case says now, and asks the first who signs. Run again, it makes
 * another one: whoever calls it keeps the id, in the parts that go with it.
 */
export async function draftAgreement(
  deps: Reach,
  given: {
    readonly owner: string;
    readonly by: string;
    /** What else changes with it: the case keeps the id. */
    readonly with?: (agreement: string) => Parts;
  },
  now: Instant,
): Promise<Drafted> {
  const { owner, by } = given;
  return decideAgainOnConflict(async () => {
    const data = await ownerOf(deps.agreementOwners, owner)?.data(ownerId(owner));
    if (!data) return { kind: 'nothing-to-sign' };
    const id = await freeId(deps, owner);
    const made = await makeVersion(deps, id, 1, data, now);
    if (made.kind !== 'made') return made;
    const signer = nextSigner(made.version);
    if (!signer) return { kind: 'incomplete', missing: ['signers'] };
    const begun = { id, owner, context: data.context, revision: 1, meetings: [] };
    const asked = await signerAsked(deps, { agreement: begun, version: made.version, signer }, now);
    const more = given.with?.(id);
    await deps.commit({
      changes: [
        ...deps.agreements.create({ ...begun, versions: [asked.version] }),
        ...made.changes,
        ...deps.requests.create(asked.request),
        ...(more?.changes ?? []),
      ],
      events: [
        {
          subject: ownerId(owner),
          type: 'AgreementDrafted',
          by,
          at: now,
          data: { agreement: id, version: 1, sha256: made.version.sha256, request: asked.request.id },
        },
        asked.event,
        ...(more?.events ?? []),
      ],
      outbox: [asked.mail, ...(more?.outbox ?? [])],
    });
    return { kind: 'drafted', agreement: id, version: 1 };
  }, tries.contested);
}

/** The owner's id with the next number; another number if owners of two kinds have one id. */
async function freeId({ agreements }: Pick<Reach, 'agreements'>, owner: string): Promise<string> {
  let number = (await agreements.of(owner)).length + 1;
  while (await agreements.get(`${ownerId(owner)}-${number}`)) number += 1;
  return `${ownerId(owner)}-${number}`;
}

export type Renewed =
  | Drafted
  /** What the case says is what the present version says. */
  | { readonly kind: 'same' };

/** How many versions one agreement has at most. */
const mostVersions = 30;

/**
 * Makes a new version from what the case says now, which is signed by all from the first on. A version that is still
 * being signed ends; one that is in force stays so until all have signed the new one. All are told which is which.
 */
export async function renewAgreement(
  deps: Reach,
  given: { readonly agreement: string; readonly by: string; readonly why: string },
  now: Instant,
): Promise<Renewed> {
  const { by, why } = given;
  return decideAgainOnConflict(async () => {
    const was = await deps.agreements.get(given.agreement);
    const present = was && presentIn(was);
    const data = was && (await ownerOf(deps.agreementOwners, was.owner)?.data(ownerId(was.owner)));
    if (!present || !data || was.erasedAt || present.number >= mostVersions) return { kind: 'nothing-to-sign' };
    const made = await makeVersion(deps, was.id, present.number + 1, data, now);
    if (made.kind !== 'made') return made;
    const isOver = present.state !== 'OPEN' && present.state !== 'SIGNED';
    if (!isOver && made.version.dataHash === present.dataHash) return { kind: 'same' };
    const signer = nextSigner(made.version);
    if (!signer) return { kind: 'incomplete', missing: ['signers'] };
    const before: Version =
      present.state === 'OPEN' ? { ...present, ...replacedBy(present, made.version.number), endedAt: now } : present;
    const revised = { ...was, revision: was.revision + 1 };
    const asked = await signerAsked(deps, { agreement: revised, version: { ...made.version, why }, signer, why }, now);
    const next: Agreement = {
      ...revised,
      versions: [...was.versions.map((one) => (one.number === before.number ? before : one)), asked.version],
    };
    const open = await deps.requests.stillOpen([present.request]);
    const outbox: OutboxDraft[] = [
      asked.mail,
      // All who were asked are told that signatures on the one before count no more.
      ...(present.state === 'OPEN' ? telling('agreement-replaced', was, before) : []),
    ];
    await deps.commit({
      changes: [
        deps.agreements.save(next, was),
        ...made.changes,
        ...deps.requests.create(asked.request),
        ...open.map((one) => deps.requests.save(cancelled(one, 'SUPERSEDED', by, now), one)),
      ],
      events: [
        {
          subject: ownerId(was.owner),
          type: 'AgreementRenewed',
          by,
          at: now,
          data: { agreement: was.id, version: asked.version.number, sha256: asked.version.sha256 },
        },
        asked.event,
      ],
      outbox,
    });
    return { kind: 'drafted', agreement: was.id, version: asked.version.number };
  }, tries.contested);
}
