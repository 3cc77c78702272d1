/**
 * List prices of ap-northeast-2 (Seoul) in US dollars, without any free tier, discount or tax, and the first step
 * if there are several. How well each is known:
 * - DynamoDB, Step Functions, logs and alarms: quoted for Seoul.
 * - Keys: by its page one price for all regions and kinds of keys. Calls by a key of HMAC: as quoted in March and June
 *   2026. Signing by an asymmetric key is five times as much, and done once a night.
 * - Mails: by the feature, from the price list of us-east-1 of 22 July 2026. An account that is new since then pays $0.16
 *   on the plan *Essentials* until it is put on `NONE`.
 * - Lambda on arm64: as quoted for us-east-1. HTTP API: $1.00 in us-east-1; what Seoul pays for both was found nowhere,
 *   and the $1.23 are not verified.
 * Compare all with the pages before you count on them, and change the date then.
 */
export const pricesAsOf = '2026-11-29';

interface Price {
  readonly dollars: number;
  /** Of how many of what. */
  readonly of: number;
  readonly what: string;
  readonly page: string;
}

const cloudWatch = 'https://aws.amazon.com/cloudwatch/pricing/';
const dynamo = 'https://aws.amazon.com/dynamodb/pricing/on-demand/';
const lambda = 'https://aws.amazon.com/lambda/pricing/';
const kms = 'https://aws.amazon.com/kms/pricing/';

export const prices = {
  writeUnit: { dollars: 0.68, of: 1e6, what: 'write request units', page: dynamo },
  readUnit: { dollars: 0.1355, of: 1e6, what: 'read request units', page: dynamo },
  transition: {
    dollars: 0.0271,
    of: 1e3,
    what: 'state transitions',
    page: 'https://aws.amazon.com/step-functions/pricing/',
  },
  mail: { dollars: 0.1, of: 1e3, what: 'mails', page: 'https://aws.amazon.com/ses/pricing/' },
  invocation: { dollars: 0.2, of: 1e6, what: 'invocations', page: lambda },
  gigabyteSecond: { dollars: 0.0000133334, of: 1, what: 'GB-seconds on arm64', page: lambda },
  request: {
    dollars: 1.23,
    of: 1e6,
    what: 'requests of the HTTP API',
    page: 'https://aws.amazon.com/api-gateway/pricing/',
  },
  keyRequest: { dollars: 0.03, of: 1e4, what: 'calls of KMS', page: kms },
  key: { dollars: 1, of: 1, what: 'keys a month', page: kms },
  logged: { dollars: 0.76, of: 1, what: 'GB of logs', page: cloudWatch },
  alarm: { dollars: 0.1, of: 1, what: 'metrics of alarms a month', page: cloudWatch },
  metric: { dollars: 0.3, of: 1, what: 'metrics of our own a month', page: cloudWatch },
  dashboard: { dollars: 3, of: 1, what: 'dashboards a month', page: cloudWatch },
  sent: { dollars: 0.126, of: 1, what: 'GB sent out', page: 'https://aws.amazon.com/ec2/pricing/on-demand/' },
} as const satisfies Readonly<Record<string, Price>>;

export type PricedThing = keyof typeof prices;
export type Amounts = Readonly<Partial<Record<PricedThing, number>>>;

export const dollarsOf = (thing: PricedThing, amount: number): number =>
  (prices[thing].dollars / prices[thing].of) * amount;

export interface Bill {
  /** The dearest first. */
  readonly lines: readonly { readonly thing: PricedThing; readonly amount: number; readonly dollars: number }[];
  readonly dollars: number;
}

/** What so much costs. */
export function billOf(amounts: Amounts): Bill {
  const lines = Object.keys(prices)
    .filter((name): name is PricedThing => name in amounts)
    .map((thing) => ({ thing, amount: amounts[thing] ?? 0, dollars: dollarsOf(thing, amounts[thing] ?? 0) }))
    .sort((a, b) => b.dollars - a.dollars);
  return { lines, dollars: lines.reduce((sum, line) => sum + line.dollars, 0) };
}
