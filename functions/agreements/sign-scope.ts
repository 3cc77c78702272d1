import type { Case } from './requests.ts';

const root = 'agreement/';

/** Whose codes sign: of one agreement and signer alone. No code of a desk or an application signs anything. */
export const signScope = ({ agreement, version, signer }: Case): string =>
  `${root}${agreement.id}/${version.number}/${signer.id}`;

/** What a scope of such codes is about; nothing for the codes of others. */
export function scopeIn(
  scope: string | undefined,
): { readonly agreement: string; readonly version: number; readonly signer: string } | undefined {
  if (!scope?.startsWith(root)) return undefined;
  const [agreement = '', version, signer = ''] = scope.slice(root.length).split('/');
  return { agreement, version: Number(version), signer };
}
