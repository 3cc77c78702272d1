/**
 * Where mails of an application go whose applicant cannot use mail: to a mailbox of the office, with the reference as
 * its tag (RFC 5233), so that no other application has the address.
 */
export function officeAddress(mailbox: string, reference: string): string {
  const at = mailbox.lastIndexOf('@');
  return `${mailbox.slice(0, at)}+${reference}${mailbox.slice(at)}`;
}
