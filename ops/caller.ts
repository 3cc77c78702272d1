import * as z from 'zod';
import { type ResolvedClient, signedFetch } from '../functions/shared/aws/signed-fetch.ts';

const arnPattern = /^arn:[\w-]+:(?:sts|iam)::(\d{12}):(.+)$/u;

export interface Caller {
  readonly account: string;
  /** `ROLE/SESSION`, the name of a user, or `root`. */
  readonly name: string;
}

/** Who the cloud says the caller is, whatever the shell says. */
export async function whoCalls(client: ResolvedClient): Promise<Caller> {
  const response = await signedFetch(client, {
    service: 'sts',
    host: `sts.${await client.config.region()}.amazonaws.com`,
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'Action=GetCallerIdentity&Version=2011-06-15',
  });
  const xml = await response.text();
  if (!response.ok) throw new Error(`GetCallerIdentity answered ${response.status}`);
  return callerIn(/<Arn>([^<]+)<\/Arn>/u.exec(xml)?.[1]);
}

/** @throws for what is no identity. */
export function callerIn(arn: string | undefined): Caller {
  const [, account, rest] = arnPattern.exec(z.string().parse(arn)) ?? [];
  if (!account || !rest) throw new Error(`${arn} is no identity`);
  return { account, name: rest.replace(/^(?:assumed-role|user|federated-user)\//u, '') };
}
