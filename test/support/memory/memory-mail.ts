import { decoded } from '../applicants.ts';

interface Part {
  readonly type: string;
  readonly text: string;
}

const headerOf = (head: string, name: string): string =>
  new RegExp(`^${name}: ((?:.*(?:\\r\\n[ \\t])?)*)`, 'imu')
    .exec(head)?.[1]
    ?.replace(/\r\n[ \t]/gu, ' ')
    .trim() ?? '';

function partsOf(message: string): Part[] {
  const end = message.indexOf('\r\n\r\n');
  const [head, body] = [message.slice(0, end), message.slice(end + 4)];
  const type = headerOf(head, 'Content-Type');
  const boundary = /boundary="?([^";]+)"?/u.exec(type)?.[1];
  if (boundary)
    return body
      .split(`--${boundary}`)
      .slice(1, -1)
      .flatMap((part) => partsOf(part.replace(/^\r\n/u, '')));
  const base64 = headerOf(head, 'Content-Transfer-Encoding') === 'base64';
  return [{ type, text: base64 ? Buffer.from(body, 'base64').toString('utf8') : body }];
}

let number = 0;

/** A mail as it was given to SES, in the shape in which the local cloud shows one. */
export function memoryMail(to: readonly string[], raw: string) {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
  const parts = partsOf(raw);
  const textOf = (type: string) => parts.find((part) => part.type.startsWith(type))?.text ?? '';
  number += 1;
  return {
    id: String(number),
    from: headerOf(head, 'From'),
    to: [...to],
    cc: [],
    bcc: [],
    subject: decoded(headerOf(head, 'Subject')),
    text: textOf('text/plain'),
    html: textOf('text/html'),
    at: Date.now() / 1000,
  };
}
