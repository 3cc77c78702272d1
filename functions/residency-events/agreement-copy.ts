import { versionIn } from '../agreements/agreement.ts';
import { agreementsOf } from './agreements-of.ts';
import type { ResidencyReach } from './residency-reach.ts';

/** The PDF with all signatures of a version of an agreement of a residency, if there is one here. */
export async function copyOf(
  { agreements, residencyEvents }: Pick<ResidencyReach, 'agreements' | 'residencyEvents'>,
  residency: string,
  { agreement: id = '', version: number = '' }: Readonly<Record<string, string | undefined>>,
): Promise<{ readonly name: string; readonly bytes: Buffer } | undefined> {
  const all = await agreementsOf({ agreements }, residency, await residencyEvents.of(residency));
  const agreement = all.find((one) => one.id === id);
  const version = agreement && !agreement.erasedAt ? versionIn(agreement, Number(number)) : undefined;
  const pdf = version?.signedSha256 === undefined ? undefined : await agreements.pdf(version.signedSha256);
  if (!version || !pdf?.bytes) return undefined;
  return { name: `${id}-v${version.number}-signed.pdf`, bytes: Buffer.from(pdf.bytes, 'base64') };
}
