import type { Text } from '../i18n.ts';

/** What a mail says first. */
export interface MailText {
  /** Of a mail about a request, with its due time. */
  readonly subject: Text | ((due: Text) => Text);
  readonly preheader: Text;
  readonly text: Text;
}
