import { domainToUnicode } from 'node:url';
import endings from 'tlds' with { type: 'json' };

/** Where most people who apply have their mail. */
const wellKnown = [
  'gmail.com',
  'naver.com',
  'daum.net',
  'hanmail.net',
  'kakao.com',
  'nate.com',
  'hotmail.com',
  'outlook.com',
  'outlook.kr',
  'icloud.com',
  'yahoo.com',
  'yahoo.co.kr',
  'korea.com',
  'protonmail.com',
  'snu.ac.kr',
  'korea.ac.kr',
  'yonsei.ac.kr',
  'kaist.ac.kr',
];
/** Real ones that look like a slip of those. */
const alsoReal = [
  'mail.com',
  'email.com',
  'ymail.com',
  'live.com',
  'me.com',
  'msn.com',
  'gmx.com',
  'hotmail.co.kr',
  'hotmail.de',
  'hotmail.fr',
  'yahoo.de',
  'yahoo.fr',
  'yahoo.co.jp',
  'outlook.jp',
  'outlook.de',
  'proton.me',
  'pm.me',
  'qq.com',
  '163.com',
];

/** Letters left out, added, exchanged or swapped with the next one (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j += 1) {
      const exchanged = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, exchanged, swapped ? at(i - 2, j - 2) + 1 : Number.MAX_VALUE),
      );
    }
  }
  return at(a.length, b.length);
}

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

/** The ending of an address that does not exist on the internet, for example `con`. */
export function unknownEnding(email: string): string | undefined {
  const ending = domainOf(email).replace(/^.*\./u, '');
  return endings.includes(domainToUnicode(ending)) ? undefined : ending;
}

/** The address that was probably meant, if its domain is nearly one of the well-known. */
export function likelyMeant(email: string): string | undefined {
  const domain = domainOf(email);
  if (wellKnown.includes(domain) || alsoReal.includes(domain)) return undefined;
  const most = domain.length < 8 ? 1 : 2;
  const [nearest] = wellKnown
    .map((known) => ({ known, far: distance(domain, known) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far);
  return nearest && `${email.slice(0, email.lastIndexOf('@'))}@${nearest.known}`;
}
