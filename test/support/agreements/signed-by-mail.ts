import type { Version } from '../../../functions/agreements/agreement.ts';
import type { Academy } from '../academy.ts';
import { codeIn, mailsTo } from '../applicants.ts';
import { eventually } from '../eventually.ts';
import { requestLink } from '../requests/asked-by-mail.ts';
import { visitor } from '../visitor.ts';

/** Whoever is to sign, by their mails; of a version, if not the first. */
export interface Signing {
  readonly name: string;
  readonly email: string;
  readonly version?: number;
}

/**
 * Whoever is asked to sign does, by the link of a mail and the code of the next.
 * @param presentVersion what is signed as it stands, once it is drafted
 */
export async function signsByMail(
  at: Pick<Academy, 'cloud' | 'requests'> & { readonly baseUrl: string },
  presentVersion: () => Promise<Version | undefined>,
  { name, email, version: number = 1 }: Signing,
): Promise<void> {
  const request = await eventually(`${name} is asked to sign`, async () => {
    const version = await presentVersion();
    const open = version?.request === undefined ? undefined : await at.requests.get(version.request);
    const signer = version?.signers[version.signatures.length];
    return version?.number === number && signer?.name === name && open?.state === 'OPEN' ? open : undefined;
  });
  const link = await requestLink(at, request.id, email, 'agreements');
  const page = visitor(at.baseUrl, { lang: 'ko' });
  await page.get(link);
  const { sha256 = '' } = (await presentVersion()) ?? {};
  const typed = { name, intent: 'yes', method: 'yes', text: sha256 };
  const codes = async () => (await mailsTo(at, email)).filter(({ subject }) => subject.includes('서명 인증 번호'));
  const before = (await codes()).length;
  await page.post(link, typed);
  const mail = await eventually(`the code of ${name}`, async () => (await codes())[before]);
  await page.post(link, { ...typed, stage: 'code', code: codeIn(mail) });
  await eventually(`${name} has signed`, async () =>
    (await presentVersion())?.signatures.some((signature) => signature.name === name),
  );
}
