import { type Agreement, type Version, versionIn } from './agreement.ts';
import type { StoredPdf } from './agreements-table.ts';
import type { Dependencies } from './dependencies.ts';

export type CopyCheck =
  /** No file of ours: one byte makes it another. */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'known';
      /** Whether it is the text without signatures, or has them. */
      readonly of: StoredPdf['kind'];
      readonly agreement: Agreement;
      readonly version: Version;
      /** The version in its place, if that is signed: only then does another one hold. */
      readonly replacedBy: Version | undefined;
    };

/** What a file is, by its SHA-256. Whoever has the file may know it; it says nothing of who signed. */
export async function verifyCopy({ agreements }: Pick<Dependencies, 'agreements'>, sha256: string): Promise<CopyCheck> {
  const pdf = /^[0-9a-f]{64}$/u.test(sha256) ? await agreements.pdf(sha256) : undefined;
  const agreement = pdf && (await agreements.get(pdf.agreement));
  const version = agreement && versionIn(agreement, pdf.version);
  if (!pdf || !agreement || !version) return { kind: 'unknown' };
  const replacedBy = version.replacedBy === undefined ? undefined : versionIn(agreement, version.replacedBy);
  return { kind: 'known', of: pdf.kind, agreement, version, replacedBy };
}
