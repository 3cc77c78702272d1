import { createServer, type Socket } from 'node:net';

export interface SinkMail {
  readonly to: readonly string[];
  /** The outbox entry that sent it. */
  readonly entry: string;
  /** Its parts, decoded. */
  readonly text: string;
}

export interface Sink {
  readonly host: string;
  readonly port: number;
  /** All mails so far, oldest first; grows. */
  readonly mails: readonly SinkMail[];
  stop(): void;
}

/** An SMTP server that takes every mail and keeps it in memory: it is there while the local cloud is stopped. */
export async function startSink(): Promise<Sink> {
  const mails: SinkMail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    let unread = '';
    let to: string[] = [];
    let data: string[] | undefined;
    const line = (read: string): string | undefined => {
      if (data) {
        if (read !== '.') return void data.push(read.replace(/^\.\./u, '.'));
        mails.push(parse(to, data.join('\r\n')));
        data = undefined;
        return '250 taken';
      }
      const command = read.slice(0, 4).toUpperCase();
      if (command === 'MAIL') to = [];
      if (command === 'RCPT') to.push(/<(.+)>/u.exec(read)?.[1] ?? '');
      if (command === 'DATA') data = [];
      return command === 'DATA' ? '354 go on' : command === 'QUIT' ? '221 bye' : '250 all right';
    };
    socket.setEncoding('utf8').write('220 sink\r\n');
    socket.on('data', (chunk) => {
      const lines = `${unread}${chunk}`.split('\r\n');
      unread = lines.pop() ?? '';
      const answers = lines.map(line).filter((answer) => answer !== undefined);
      if (answers.length > 0) socket.write(`${answers.join('\r\n')}\r\n`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the sink has no port');
  return {
    host: '127.0.0.1',
    port: address.port,
    mails,
    stop: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

const parse = (to: readonly string[], raw: string): SinkMail => ({
  to,
  entry: /^X-Academy-Entry: (.+)$/mu.exec(raw)?.[1]?.trim() ?? 'none',
  text: raw
    .split(/^--.+$/mu)
    .filter((part) => /^Content-Transfer-Encoding: base64/imu.test(part))
    .map((part) => Buffer.from(part.slice(part.indexOf('\r\n\r\n')), 'base64').toString('utf8'))
    .join('\n'),
});
