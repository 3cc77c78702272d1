import { Fault } from '../../shared/errors.ts';
import { attachment, type PageResponse } from '../../shared/pages/request.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Case } from '../requests.ts';

/** The PDF of a version before anybody has signed, as it was frozen. */
export async function textFile(
  { agreements }: Pick<Dependencies, 'agreements'>,
  { agreement, version }: Case,
): Promise<PageResponse> {
  const pdf = await agreements.pdf(version.sha256);
  if (!pdf?.bytes) throw new Fault('AgreementMissing', { agreement: agreement.id });
  const name = `${agreement.id}-v${version.number}.pdf`;
  return attachment(name, 'application/pdf', Buffer.from(pdf.bytes, 'base64'));
}
