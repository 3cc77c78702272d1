import type { DocumentsTable } from '../documents/documents-table.ts';
import { documentsErasing } from '../documents/erase-documents.ts';
import { cancelled } from '../requests/request.ts';
import type { Change } from '../shared/database/database.ts';
import { onlyKnown } from '../shared/database/stored.ts';
import type { Instant } from '../shared/time.ts';
import {
  type Agreement,
  agreementSchema,
  signatureSchema,
  signerSchema,
  type Version,
  versionSchema,
} from './agreement.ts';
import { copyOwner } from './copies.ts';
import type { Dependencies } from './dependencies.ts';
import { ownerKey } from './owners.ts';

/**
 * What is erased with an owner: names, addresses, words and files of all its agreements. When which version was signed,
 * and by what file it was known, stays: whoever has a copy can still check it. Each agreement comes behind what belongs to
 * it, so that these may be committed in parts: begun again, none that is erased is looked at.
 */
export async function agreementsErasing(
  deps: Pick<Dependencies, 'agreements' | 'requests'> & { readonly documents: DocumentsTable },
  owner: string,
  by: string,
  now: Instant,
): Promise<Change[]> {
  const all = (await deps.agreements.of(owner)).filter(({ erasedAt }) => erasedAt === undefined);
  const changes = await Promise.all(
    all.map(async (was) => {
      const open = await deps.requests.stillOpen(was.versions.map(({ request }) => request));
      const hashes = was.versions.flatMap(({ sha256, signedSha256 }) => [sha256, signedSha256 ?? []].flat());
      const pdfs = await Promise.all(hashes.map((sha256) => deps.agreements.pdf(sha256)));
      return [
        ...pdfs.flatMap((pdf) => (pdf ? [deps.agreements.erasePdf(pdf)] : [])),
        ...open.map((one) => deps.requests.save(cancelled(one, 'CANCELLED', by, now), one)),
        ...(await documentsErasing(deps, ownerKey(copyOwner, was.id), now)),
        deps.agreements.save(erased(was, now), was),
      ];
    }),
  );
  return changes.flat();
}

const erased = (was: Agreement, now: Instant): Agreement => ({
  ...onlyKnown(agreementSchema, was),
  revision: was.revision + 1,
  versions: was.versions.map(erasedVersion),
  meetings: [],
  erasedAt: now,
});

const erasedVersion = (was: Version): Version => ({
  ...onlyKnown(versionSchema, was),
  signers: was.signers.map(({ id, title, lang, person }) =>
    onlyKnown(signerSchema, { id, title, lang, person, party: '', name: '', email: undefined }),
  ),
  signatures: was.signatures.map((one) => onlyKnown(signatureSchema, { ...one, name: '' })),
  request: undefined,
  why: undefined,
  ...(was.refusal && { refusal: { signer: was.refusal.signer, reason: '' } }),
});
