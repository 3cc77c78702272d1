import { domainToASCII } from 'node:url';
import { visible } from '../shared/text/text.ts';

/** An address with its domain as mail servers know it: `김@한국.kr` is at `xn--3e0b707e.kr`. */
export function asciiAddress(address: string): string {
  const written = visible(address).trim().normalize('NFC');
  const at = written.lastIndexOf('@');
  const domain = written.slice(at + 1);
  return `${written.slice(0, at + 1)}${(at >= 0 && domainToASCII(domain)) || domain}`;
}

/**
 * By what two spellings of one mailbox are recognised: letter case, composition and the two ways to write a domain make
 * no difference. Dots and what follows a plus do, since not every provider ignores them.
 */
export const mailboxOf = (address: string): string => asciiAddress(address).toLowerCase();
