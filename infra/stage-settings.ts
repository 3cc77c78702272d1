import * as z from 'zod';

export const stageSettings = z.object({
  /** The AWS account, so that neither a deployment nor a command ever works on another one. */
  account: z
    .string()
    .regex(/^\d{12}$/, 'the twelve digits of the AWS account')
    .optional(),
  /** Where it is deployed, whatever region the shell is set to: personal data stays in the country. */
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'a region such as ap-northeast-2'),
  /** The address that people see; links in mails begin with it. */
  baseUrl: z.url('an address such as https://academy.city.kr'),
  /** The certificate (ACM, same region) for the host of `baseUrl`; none, if the pages are at the API's own address. */
  certificateArn: z.string().optional(),
  mailFrom: z.email('an e-mail address'),
  replyTo: z.email('an e-mail address'),
  /** The SES identity (a domain, or one address) that mails come from. */
  mailIdentity: z.string('the domain that mails come from'),
  /** Whether that identity is there already and somebody else's to keep: then no stack of this app makes it. */
  mailIdentityExists: z.boolean('true or false').default(false),
  /** Mails and starts of runs that leave in a second at most: below the account's SES rate and StartExecution quota. */
  mailsASecond: z.int('a whole number').positive('a whole number from 1 on'),
  startsASecond: z.int('a whole number').positive('a whole number from 1 on'),
  /**
   * How many codes may be asked for from one network address in an hour: a school is one. On the local cloud everybody
   * is 127.0.0.1, hence so many there.
   */
  codesAnHour: z.int('a whole number').positive('a whole number from 1 on').default(60),
  /** Who gets the alarms. */
  operatorEmail: z.email('an e-mail address'),
  /** Whether the messages of faults are logged, and source maps deployed: only if nobody's data is real. */
  showFaults: z.boolean('true or false').default(false),
  /** For how many years records of access are kept: the law says one, and two if 50,000 people or more are stored. */
  accessRecordYears: z.union([z.literal(1), z.literal(2), z.literal(3)], '1, 2 or 3').default(1),
  /** Whether tables and keys outlive the stack and are protected from deletion. */
  retain: z.boolean('true or false'),
});
/** What differs between stages: in cdk.json, under `context.stages`. */
export type StageSettings = z.infer<typeof stageSettings>;

/** Names that are set aside for examples (RFC 2606), as cdk.json is committed with them. */
const isExample = (host: string): boolean => host.split('.').some((label) => label === 'example');

const hostOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** The API's own address, which people see if a stage has no host of its own. */
const isApiAddress = (host: string): boolean => host.includes('.execute-api.');

/** What a stage still lacks before it can stand in an AWS account, each in a sentence. */
export function missingFor(stage: StageSettings): string[] {
  const { protocol, host, pathname } = new URL(stage.baseUrl);
  const addresses = (['mailFrom', 'replyTo', 'mailIdentity', 'operatorEmail'] as const).filter((field) =>
    isExample(hostOf(stage[field])),
  );
  return [
    !stage.account && 'account is missing: the twelve digits of the AWS account',
    isExample(host) && `baseUrl is still an example (${host}): the host that people will see`,
    protocol !== 'https:' && 'baseUrl has to begin with https://',
    pathname !== '/' && 'baseUrl has to end with its host: links add their own paths',
    !stage.certificateArn && !isApiAddress(host) && certificate(stage, 'is missing', host),
    stage.certificateArn &&
      !stage.certificateArn.startsWith(`arn:aws:acm:${stage.region}:${stage.account ?? ''}`) &&
      certificate(stage, 'is of another region or account', host),
    ...addresses.map((field) => `${field} is still an example (${stage[field]})`),
    !sends(stage.mailIdentity, stage.mailFrom) &&
      `mailFrom (${stage.mailFrom}) has to be an address of mailIdentity (${stage.mailIdentity}): SES refuses any other`,
    stage.showFaults && 'showFaults cannot be set: the messages of faults may hold what a person typed',
  ].filter((lack) => typeof lack === 'string');
}

const certificate = ({ region }: StageSettings, what: string, host: string): string =>
  `certificateArn ${what}: the ARN of an ACM certificate in ${region} for ${host}`;

const sends = (identity: string, from: string): boolean =>
  identity === from || hostOf(from) === identity || hostOf(from).endsWith(`.${identity}`);
