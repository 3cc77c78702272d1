import { SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { forMail } from '../shared/aws/client-timeouts.ts';
import { Fault } from '../shared/errors.ts';
import { type CalendarFile, composeMail } from '../shared/mail/compose.ts';
import type { RenderedMail } from '../shared/mail/render.tsx';
import type { MailTemplates, Recipient } from '../shared/names.ts';
import { serviceName } from '../shared/pages/layout.tsx';
import type { Instant } from '../shared/time.ts';
import type { AddressesTable } from './addresses-table.ts';
import { type Delivery, type MessageHandlers, PerhapsDone } from './deliver.ts';
import type { StoredRecipient } from './entry.ts';
import type { MailClass } from './mail-classes.ts';
import { sesAnswer } from './ses-answers.ts';

/** A mail as its template made it of the truth of this moment, or why it has become pointless. */
export type Prepared =
  | {
      readonly kind: 'mail';
      readonly to: string;
      readonly mail: RenderedMail;
      /** An iCalendar file that goes with it: events to be looked at, or an invitation. */
      readonly calendar?: string | CalendarFile;
    }
  | { readonly kind: 'pointless'; readonly why: string };

export const pointless = (why: string): Prepared => ({ kind: 'pointless', why });

export type Template = (
  to: Recipient,
  ids: Readonly<Record<string, string | string[]>>,
  now: Instant,
) => Promise<Prepared>;

/** A template as it is declared: what its mails are for, which says with whom they share the sending rate. */
export interface DeclaredTemplate {
  readonly class: MailClass;
  readonly prepare: Template;
}

/** All templates that a capability brings. */
export type TemplatesOf<Capability extends keyof MailTemplates> = {
  readonly [Name in keyof MailTemplates[Capability]]: DeclaredTemplate;
};

/** The header by which a mail is found again, and a second copy is recognised. */
const entryHeader = 'X-Academy-Entry';

/**
 * How often a mail waits for its template. While a release is rolled out, a newer function may ask for a mail that an
 * older one cannot make yet; five deferrals take half an hour.
 */
const deferralsInRollout = 5;

export const openSes = (): SESClient => new SESClient(forMail());

/** Renders at the moment of sending and gives the mail to SES. */
export const mailHandler =
  (deps: {
    readonly ses: SESClient;
    readonly from: string;
    readonly replyTo: string;
    readonly addresses: AddressesTable;
    readonly templates: Readonly<Record<string, DeclaredTemplate>>;
    /** Whether a stored recipient is of a kind that this release knows. */
    readonly isRecipient: (to: StoredRecipient) => to is Recipient;
    readonly clock: () => Instant;
  }): MessageHandlers['mail'] =>
  async (message, { entry, holds }): Promise<Delivery> => {
    const template = deps.templates[message.template];
    if (!template) {
      const why = 'TemplateMissing';
      return (entry.deferrals ?? 0) < deferralsInRollout ? { kind: 'deferred', why } : { kind: 'refused', error: why };
    }
    const { to } = message;
    if (!deps.isRecipient(to)) throw new Fault('RecipientUnknown', { kind: Object.keys(to).join() });
    const now = deps.clock();
    const prepared = await template.prepare(to, message.ids, now);
    if (prepared.kind === 'pointless') return { kind: 'dropped', why: prepared.why };
    const problem = await deps.addresses.problemOf(prepared.to);
    if (problem) {
      const error = problem.problem === 'bounced' ? 'AddressHasBounced' : 'AddressHasComplained';
      return { kind: 'refused', error, address: problem };
    }
    const raw = await composeMail({
      from: { name: serviceName[prepared.mail.lang], address: deps.from },
      to: prepared.to,
      replyTo: deps.replyTo,
      mail: prepared.mail,
      headers: { [entryHeader]: entry.id, 'Auto-Submitted': 'auto-generated' },
      date: new Date(now),
      calendar:
        typeof prepared.calendar === 'string' ? { method: 'PUBLISH', content: prepared.calendar } : prepared.calendar,
    });
    if (!(await holds())) return { kind: 'lost' };
    try {
      const { MessageId } = await deps.ses.send(
        new SendRawEmailCommand({ Source: deps.from, Destinations: [prepared.to], RawMessage: { Data: raw } }),
      );
      return { kind: 'done', note: MessageId ?? 'accepted' };
    } catch (error) {
      const answer = sesAnswer(error);
      if (answer.kind === 'passing') return { kind: 'deferred', why: answer.state };
      if (error instanceof SESServiceException) {
        if (answer.kind === 'never') return { kind: 'refused', error: error.name };
        if (error.$fault === 'client') throw error;
      }
      throw new PerhapsDone(error);
    }
  };
