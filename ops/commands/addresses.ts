import { addressesTable, addressKey } from '../../functions/outbox/addresses-table.ts';
import { type ResolvedClient, signedFetch } from '../../functions/shared/aws/signed-fetch.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';

/** `address clear EMAIL`: the address works again and may be written to, by SES too. */
export async function addressClear(context: Context, email: string | undefined): Promise<void> {
  const address = needed(email, 'address clear EMAIL');
  const table = addressesTable(context.db, context.tables.ADDRESSES_TABLE);
  const problem = await table.problemOf(address);
  await confirm(
    context,
    problem
      ? `The address ${problem.problem} at ${problem.at}; it will be written to again.`
      : 'Nothing is known here against this address; it is taken off the suppression list of SES, if it is on it.',
  );
  const cleared = await clearSuppression(context, address);
  if (!problem && cleared !== 'cleared') throw new Complaint(`Nothing is known against this address. ${said[cleared]}`);
  await context.commit({
    changes: problem ? [table.clear(address)] : [],
    events: [{ subject: `address#${addressKey(address)}`, type: 'AddressCleared', by: context.by, at: context.now() }],
  });
  console.log(`Cleared. ${said[cleared]}`);
}

const said = {
  cleared: 'SES had it on its suppression list, and has it no more.',
  'was not there': 'It was not on the suppression list of SES.',
  unknown: 'This cloud does not know the suppression list of SES (the local one has none).',
} as const;

/**
 * Takes an address off the account's suppression list.
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_DeleteSuppressedDestination.html
 */
export async function clearSuppression(
  { kms, local }: { readonly kms: ResolvedClient; readonly local: boolean },
  address: string,
): Promise<keyof typeof said> {
  const response = await signedFetch(kms, {
    service: 'ses',
    host: `email.${await kms.config.region()}.amazonaws.com`,
    method: 'DELETE',
    path: `/v2/email/suppression/addresses/${encodeURIComponent(address)}`,
  });
  if (response.ok) return 'cleared';
  const type = response.headers.get('x-amzn-errortype') ?? '';
  if (response.status === 404 && type.startsWith('NotFoundException')) return 'was not there';
  if (local) return 'unknown';
  throw new Complaint(`SES did not clear its suppression list (${response.status} ${type}). Nothing was changed.`);
}
