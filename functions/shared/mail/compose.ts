import { Fault } from '../errors.ts';
import type { RenderedMail } from './render.tsx';

/** `a@example.com`, `Name <a@example.com>`, or the two apart. */
type Mailbox = string | { readonly name: string; readonly address: string };

export interface MailParts {
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly replyTo?: Mailbox;
  readonly mail: RenderedMail;
  readonly headers?: Readonly<Record<string, string>>;
  /** With its angle brackets. SES replaces it. */
  readonly messageId?: string;
  readonly date: Date;
  readonly calendar?: CalendarFile | undefined;
}

export interface CalendarFile {
  readonly method: 'PUBLISH' | 'REQUEST' | 'CANCEL';
  readonly content: string;
  /** What the attachment is called. */
  readonly name?: string;
}

/**
 * Mail programs show an alternative in place of the mail's words: as an attachment it stands beside them. An invitation
 * is both, since only an alternative is asked about and put into the calendar (RFC 6047).
 */
const calendarFile = 'classes.ics';

/** A control character in a header would begin another header. */
const oneLine = (words: string): string => words.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

const plainAddress = /^[^\s<>()[\],;:"\\@\p{Cc}]+@[^\s<>()[\],;:"\\@\p{Cc}]+$/u;

function apart(box: string) {
  const [, name, address] = /^\s*"?([^"<>]*?)"?\s*<([^<>]+)>\s*$/.exec(box) ?? [];
  return address === undefined ? { name: '', address: box } : { name: name ?? '', address };
}

function mailbox(box: Mailbox) {
  const { name, address } = typeof box === 'string' ? apart(box) : box;
  if (!plainAddress.test(address)) throw new Fault('AddressMalformed');
  return { name: oneLine(name), address };
}

/**
 * The mail as the bytes that SES or SMTP take: text and HTML, and a calendar file if there is one. Nothing is read
 * from files or addresses.
 * @throws when an address is not a single plain one or a header's name is not one.
 */
export async function composeMail(parts: MailParts): Promise<Uint8Array> {
  const wrong = Object.keys(parts.headers ?? {}).find((name) => !/^[A-Za-z][A-Za-z0-9-]*$/.test(name));
  if (wrong !== undefined) throw new Fault('HeaderMalformed');
  const own = Object.entries(parts.headers ?? {}).map(([name, value]): [string, string] => [name, oneLine(value)]);
  // 137 KB, half of them a table of file types: no start of a Lambda waits for it.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const message = new MailComposer({
    from: mailbox(parts.from),
    to: mailbox(parts.to),
    replyTo: parts.replyTo && mailbox(parts.replyTo),
    subject: oneLine(parts.mail.subject),
    text: parts.mail.text,
    html: parts.mail.html,
    headers: {
      'Content-Language': parts.mail.lang,
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...Object.fromEntries(own),
    },
    messageId: parts.messageId && oneLine(parts.messageId),
    date: parts.date,
    ...calendarParts(parts.calendar),
    textEncoding: 'base64',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Uint8Array(await message.compile().build());
}

function calendarParts(calendar: CalendarFile | undefined) {
  if (!calendar) return {};
  const { method, content, name: filename = calendarFile } = calendar;
  if (method !== 'PUBLISH') return { icalEvent: { method, content, filename } };
  return { attachments: [{ filename, content, contentType: `text/calendar; charset=utf-8; method=${method}` }] };
}
