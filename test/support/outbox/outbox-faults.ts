import type { OutboxEntry } from '../../../functions/outbox/entry.ts';
import type { Fault } from '../../../local/gate/faults.ts';
import { mailsTo } from '../applicants.ts';
import type { TestCloud } from '../cloud.ts';
import { eventually } from '../eventually.ts';
import { entryHeaderOf, entryOf, inject, operator } from '../intake/intake.ts';

/** What SES says if it never takes a mail, if it fails, and in states that pass. */
export const rejected = { status: 400, code: 'MessageRejected', message: 'made by the test' } as const;
export const failing = { status: 400, code: 'InvalidAction', message: 'made by the test' } as const;
export const unverified = {
  status: 400,
  code: 'MessageRejected',
  message: 'Email address is not verified. The following identities failed the check in region AP-NORTHEAST-2: x',
} as const;
export const throttled = { status: 400, code: 'Throttling', message: 'Maximum sending rate exceeded.' } as const;

/** Whether an entry is the start of a machine, a resumption, or the mail of a template. */
export const isStart =
  (machine?: string) =>
  ({ errand }: OutboxEntry): boolean =>
    errand.kind === 'start' && (machine === undefined || errand.machine === machine);
export const isResumption = ({ errand }: OutboxEntry): boolean => errand.kind === 'resume';
export const isMail =
  (template: string) =>
  ({ errand }: OutboxEntry): boolean =>
    errand.kind === 'mail' && errand.template === template;

/** What the tests of messages that fail ask of the outbox, and put in its way. */
export function outboxFaults(cloud: () => TestCloud) {
  const noticesAbout = async (words: string) =>
    (await mailsTo(cloud(), operator)).filter(({ text }) => text.includes(words));
  return {
    /** A fault of SES for the mails of the outbox entries that fit. */
    failMails: (
      respond: Fault['respond'],
      fits: (entry: string) => boolean = () => true,
      more: Partial<Fault> = {},
    ): (() => void) =>
      inject(cloud(), {
        service: 'ses',
        operation: 'SendRawEmail',
        respond,
        when: (call) => fits(entryHeaderOf(call)),
        ...more,
      }),

    /** The message of a subject that fits, once it has failed and waits for its next try. */
    retriedLater: (
      subject: string,
      what: string,
      fits: (entry: OutboxEntry) => boolean = () => true,
    ): Promise<OutboxEntry> =>
      entryOf(cloud(), subject, `${what} put off`, (entry) => fits(entry) && entry.failures === 1),

    /** The message of a subject that waits for a state of SES to pass: no try was counted. */
    deferred: (
      subject: string,
      what: string,
      fits: (entry: OutboxEntry) => boolean = () => true,
    ): Promise<OutboxEntry> =>
      entryOf(cloud(), subject, `${what} deferred`, (entry) => fits(entry) && entry.deferrals === 1),

    /** The message of a subject that is tried no more. */
    givenUp: (subject: string, what = 'a mail'): Promise<OutboxEntry> =>
      entryOf(cloud(), subject, `${what} given up`, ({ state }) => state === 'FAILED'),

    noticesAbout,
    /** Waits until the operator is told of an entry; gives the one notice. */
    toldOnce: (entry: string) =>
      eventually('the operator is told, once', async () => {
        const notices = await noticesAbout(entry);
        return notices.length === 1 && notices[0];
      }),
  };
}
