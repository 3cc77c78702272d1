import type { OutboxDraft } from '../outbox/entry.ts';
import { mailTo } from '../requests/ask.ts';
import { type Asked, assigneeId, openedRequest, type PersonRequest } from '../requests/request.ts';
import { whoIsAsked } from '../requests/who-is-asked.ts';
import type { EventDraft } from '../shared/database/audit.ts';
import { isFault } from '../shared/errors.ts';
import type { Recipient, RequestOutcome } from '../shared/names.ts';
import { newId } from '../shared/random.ts';
import { businessDayEnd, type Instant, seoulDateOf } from '../shared/time.ts';
import { type Agreement, type Signer, type Version, versionIn } from './agreement.ts';
import type { Dependencies } from './dependencies.ts';
import { ownerId } from './owners.ts';

export const signatureKind = 'agreement-signature';
export const countersignKind = 'agreement-countersign';
export const copyKind = 'agreement-copy';
type Kind = typeof signatureKind | typeof countersignKind | typeof copyKind;

const outcomes = {
  [signatureKind]: ['SIGN', 'REFUSE', 'ELSEWHERE'],
  [countersignKind]: ['SIGN', 'REFUSE'],
  [copyKind]: ['ACCEPT', 'RETURN'],
} as const satisfies { readonly [Name in Kind]: readonly RequestOutcome<Name>[] };

/** What a signer is known by in mails and requests. */
export const signerKey = (agreement: string, signer: string): string => `${agreement}/${signer}`;

/** To whom a mail about an agreement goes: one of the staff, or who signs and is not. */
export const recipientOf = ({ id }: Pick<Agreement, 'id'>, signer: Signer): Recipient =>
  signer.person === undefined ? { signer: signerKey(id, signer.id) } : { person: signer.person };

interface Asking {
  readonly agreement: Pick<Agreement, 'id' | 'owner' | 'context' | 'revision'>;
  readonly version: Version;
  readonly signer: Signer;
  readonly kind: Kind;
  /** To whom it goes, in words: why it is asked once more. */
  readonly why?: string | undefined;
}

interface Opened {
  readonly request: Asked;
  readonly mail: OutboxDraft;
  readonly event: EventDraft;
  /** The version that waits for it. */
  readonly version: Version;
}

type Reach = Pick<Dependencies, 'people' | 'kinds' | 'interestsIn' | 'random'>;

/** Asks one signer. Whoever commits it saves the version that waits for it. */
export async function signerAsked(deps: Reach, asking: Omit<Asking, 'kind'>, now: Instant): Promise<Opened> {
  const kind = asking.signer.person === undefined ? signatureKind : countersignKind;
  return opened(deps, { ...asking, kind }, now);
}

/** Asks the first of the staff who signs to look at the copy of what was signed elsewhere. Nothing if nobody does. */
export async function copyAsked(
  deps: Reach,
  { agreement, version }: Pick<Asking, 'agreement' | 'version'>,
  now: Instant,
): Promise<Opened | undefined> {
  const signer = staffIn(version);
  return signer && opened(deps, { agreement, version, signer, kind: copyKind }, now);
}

/** The first of the staff who signs a version. */
export const staffIn = ({ signers }: Pick<Version, 'signers'>): Signer | undefined =>
  signers.find(({ person }) => person !== undefined);

async function opened(deps: Reach, { agreement, version, signer, kind, why }: Asking, now: Instant): Promise<Opened> {
  const subject = ownerId(agreement.owner);
  const asked =
    signer.person === undefined
      ? { assignee: recipientOf(agreement, signer), why: 'asked' as const }
      : await staffAsked(deps, { kind, subject, person: signer.person }, now);
  const request = openedRequest({
    id: newId(deps.random),
    kind,
    subject,
    context: agreement.context,
    askKey: askKeyOf(kind, agreement, version, signer),
    outcomes: outcomes[kind],
    ...asked,
    plan: planOf(version, now),
    ...(why && { question: { text: why, pages: [] } }),
    now,
  });
  return {
    request,
    event: {
      subject,
      type: 'RequestOpened',
      by: 'system:agreements',
      at: now,
      data: { request: request.id, kind, assignee: assigneeId(request.assignee), due: request.dueAt },
    },
    mail: mailTo(request, kind === signatureKind ? 'agreement-asked' : 'request-opened'),
    version: { ...version, request: request.id, requests: { ...version.requests, [signer.id]: request.id } },
  };
}

/**
 * Who of the staff is asked to sign. If all who could have an interest, the one who is named: whoever signed before has
 * done so, and the request's page opens to nobody of them until it is handed to somebody else.
 */
async function staffAsked(
  deps: Reach,
  { kind, subject, person: first }: { readonly kind: Kind; readonly subject: string; readonly person: string },
  now: Instant,
): Promise<Pick<Parameters<typeof openedRequest>[0], 'assignee' | 'why'>> {
  try {
    const { person, why } = await whoIsAsked(deps, { kind, subject, person: first, plan: {} }, now);
    return { assignee: { person }, why };
  } catch (error) {
    if (!isFault(error, 'NobodyMayDecide')) throw error;
    return { assignee: { person: first }, why: 'conflict' };
  }
}

/** Due when the version is, and never later: reminded five and one business day before. */
const planOf = ({ dueAt }: Pick<Version, 'dueAt'>, now: Instant) => ({
  within: 1,
  remindAfter: [],
  dueOn: seoulDateOf(dueAt),
  remindBefore: [5, 1],
  lapses: true,
  until: dueAt > now ? dueAt : businessDayEnd(now, 1),
});

const askKeyOf = (kind: Kind, { id, revision }: Asking['agreement'], { number }: Version, signer: Signer): string =>
  [kind, id, number, signer.id, revision].join('/');

/** What a request is about: the agreement, the number of the version, and who signs. */
export function askedIn({ askKey }: Pick<PersonRequest, 'askKey'>): {
  readonly agreement: string;
  readonly version: number;
  readonly signer: string;
} {
  const [, agreement = '', version, signer = ''] = askKey.split('/');
  return { agreement, version: Number(version), signer };
}

/** What a request is about, as it is stored now. */
export interface Case {
  readonly agreement: Agreement;
  readonly version: Version;
  readonly signer: Signer;
}

/** The agreement, version and signer of a request; nothing once it is erased or gone. */
export async function caseOf(
  { agreements }: Pick<Dependencies, 'agreements'>,
  request: Pick<PersonRequest, 'askKey'>,
): Promise<Case | undefined> {
  const asked = askedIn(request);
  const agreement = await agreements.get(asked.agreement);
  const version = agreement && versionIn(agreement, asked.version);
  const signer = version?.signers.find(({ id }) => id === asked.signer);
  return agreement && !agreement.erasedAt && version && signer ? { agreement, version, signer } : undefined;
}

type Told =
  | 'agreement-signed'
  | 'agreement-refused'
  | 'agreement-lapsed'
  | 'agreement-replaced'
  | 'agreement-withdrawn';

/** Of interest only to those who were asked. */
const toAsked: readonly Told[] = ['agreement-replaced', 'agreement-withdrawn'];

/** The mails with which its signers are told what became of a version. */
export const telling = (template: Told, agreement: Agreement, version: Version): OutboxDraft[] =>
  version.signers
    .filter(({ id }) => !toAsked.includes(template) || version.requests[id] !== undefined)
    .map((signer) => ({
      kind: 'mail',
      template,
      to: whoSigned(version, signer) ?? recipientOf(agreement, signer),
      ids: { agreement: agreement.id, version: String(version.number), signer: signer.id },
    }));

/** Of the staff, whoever has signed in the place of who was named. */
function whoSigned({ signatures }: Version, { id, person }: Signer): Recipient | undefined {
  const by = signatures.find(({ signer }) => signer === id)?.by;
  return person !== undefined && by?.startsWith('person:') ? { person: by.slice('person:'.length) } : undefined;
}
