import { MessageRejected, SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { Fault } from '../shared/errors.ts';
import { composeMail } from '../shared/mail/compose.ts';
import type { RenderedMail } from '../shared/mail/render.tsx';
import type { MailTemplates, Recipient } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import type { AddressesTable } from './addresses-table.ts';
import { type Carriers, type Delivery, PerhapsDone } from './deliver.ts';
import type { StoredRecipient } from './entry.ts';

/** A mail as its template made it of the truth of this moment, or why it has become pointless. */
export type Prepared =
  | {
      readonly kind: 'mail';
      readonly to: string;
      readonly mail: RenderedMail;
      /** An iCalendar file that goes with it. */
      readonly calendar?: string;
    }
  | { readonly kind: 'pointless'; readonly why: string };

export const pointless = (why: string): Prepared => ({ kind: 'pointless', why });

export type Template = (
  to: Recipient,
  ids: Readonly<Record<string, string | string[]>>,
  now: Instant,
) => Promise<Prepared>;

/** All templates that a capability brings. */
export type TemplatesOf<Capability extends keyof MailTemplates> = {
  readonly [Name in keyof MailTemplates[Capability]]: Template;
};

/** The header by which a mail is found again, and a second copy is recognised. */
const entryHeader = 'X-Academy-Entry';

/** Milliseconds that SES may take: well below the lease of an entry. */
const patience = 20_000;

/**
 * SES has no idempotency, so a try is one call, and the outbox tries again. Each call has a connection of its own: one
 * that was kept and closed meanwhile would look like a mail that was perhaps accepted.
 */
export const openSes = (): SESClient =>
  new SESClient({
    maxAttempts: 1,
    requestHandler: {
      requestTimeout: patience,
      throwOnRequestTimeout: true,
      httpAgent: { keepAlive: false },
      httpsAgent: { keepAlive: false },
    },
  });

/** Renders at the moment of sending and gives the mail to SES. */
export const mailCarrier =
  (deps: {
    readonly ses: SESClient;
    readonly from: string;
    readonly replyTo: string;
    readonly addresses: AddressesTable;
    readonly templates: Readonly<Record<string, Template>>;
    /** Whether a stored recipient is of a kind that this release knows. */
    readonly isRecipient: (to: StoredRecipient) => to is Recipient;
    readonly clock: () => Instant;
  }): Carriers['mail'] =>
  async (errand, entry): Promise<Delivery> => {
    const template = deps.templates[errand.template];
    if (!template) return { kind: 'refused', error: 'TemplateMissing' };
    const { to } = errand;
    if (!deps.isRecipient(to)) throw new Fault('RecipientUnknown', { kind: Object.keys(to).join() });
    const now = deps.clock();
    const prepared = await template(to, errand.ids, now);
    if (prepared.kind === 'pointless') return { kind: 'dropped', why: prepared.why };
    const problem = await deps.addresses.problemOf(prepared.to);
    if (problem)
      return { kind: 'refused', error: `AddressHas${problem.problem === 'bounced' ? 'Bounced' : 'Complained'}` };
    const raw = await composeMail({
      from: deps.from,
      to: prepared.to,
      replyTo: deps.replyTo,
      mail: prepared.mail,
      headers: { [entryHeader]: entry.id, 'Auto-Submitted': 'auto-generated' },
      date: new Date(now),
      calendar: prepared.calendar === undefined ? undefined : { method: 'PUBLISH', content: prepared.calendar },
    });
    try {
      const { MessageId } = await deps.ses.send(
        new SendRawEmailCommand({ Source: deps.from, Destinations: [prepared.to], RawMessage: { Data: raw } }),
      );
      return { kind: 'done', note: MessageId ?? 'accepted' };
    } catch (error) {
      if (error instanceof MessageRejected) return { kind: 'refused', error: error.name };
      if (error instanceof SESServiceException && error.$fault === 'client') throw error;
      throw new PerhapsDone(error);
    }
  };
