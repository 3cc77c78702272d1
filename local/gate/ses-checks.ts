import type { AwsCall } from './call.ts';
import type { Check } from './evaluate.ts';
import type { World } from './world.ts';

const sending = ['SendEmail', 'SendRawEmail', 'SendTemplatedEmail'];

/** Operations that IAM knows no resource for. */
const unscoped = ['GetSendQuota', 'GetSendStatistics', 'SetIdentityNotificationTopic'];

/** The bare address of `이름 <name@example.kr>`. */
const addressIn = (mailbox: string): string => (/<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox).trim();

const members = (call: AwsCall, pattern: RegExp): string[] =>
  Object.entries(call.input).flatMap(([name, value]) =>
    pattern.test(name) && typeof value === 'string' ? [value] : [],
  );

/** The sender of a raw message: the header From, unfolded. */
function fromHeader(data: unknown): string | undefined {
  if (typeof data !== 'string') return undefined;
  const [head = ''] = Buffer.from(data, 'base64')
    .toString('utf8')
    .split(/\r?\n\r?\n/, 1);
  return /^from:(.*)$/im.exec(head.replace(/\r?\n[ \t]+/g, ' '))?.[1]?.trim();
}

/**
 * A mail needs its identity (the address if that is verified, else its domain) and its configuration set to be allowed;
 * conditions may limit sender and recipients.
 */
export async function sesChecks(call: AwsCall, { region, account, identities }: World): Promise<Check[] | undefined> {
  const action = `ses:${call.operation}`;
  if (unscoped.includes(call.operation)) return [{ action, resource: '*' }];
  if (!sending.includes(call.operation)) return undefined;
  const source = call.input.Source ?? fromHeader(call.input['RawMessage.Data']);
  if (typeof source !== 'string') return undefined;
  const sender = addressIn(source);
  const domain = sender.split('@').at(-1) ?? '';
  const identity = (await identities()).includes(sender) ? sender : domain;
  const resources = [`identity/${identity}`];
  const set = call.input.ConfigurationSetName;
  if (typeof set === 'string') resources.push(`configuration-set/${set}`);
  const context = {
    'ses:fromaddress': sender,
    'ses:recipients': members(call, /^Destinations?\..*member\.\d+$/).map(addressIn),
  };
  return resources.map((name) => ({ action, resource: `arn:aws:ses:${region}:${account}:${name}`, context }));
}
