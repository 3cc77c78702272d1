import type { Cloud } from '../../local/cloud.ts';

export type Mail = Awaited<ReturnType<Cloud['messages']>>[number];

/** The mails of a cloud in the test process: each is read once, and found by its recipient. */
interface MailStore {
  /** All that came since the last `forget`, in the order in which they came. */
  all(): Promise<readonly Mail[]>;
  to(address: string): Promise<readonly Mail[]>;
  /** Keeps nothing of what came so far. */
  forget(): Promise<void>;
}

const stores = new WeakMap<Pick<Cloud, 'messagesAfter'>, MailStore>();

/** The one store of a cloud. */
export function mailsIn(cloud: Pick<Cloud, 'messagesAfter'>): MailStore {
  const known = stores.get(cloud) ?? openStore(cloud);
  stores.set(cloud, known);
  return known;
}

function openStore(cloud: Pick<Cloud, 'messagesAfter'>): MailStore {
  let all: Mail[] = [];
  let byRecipient = new Map<string, Mail[]>();
  let last = 0;
  const readMore = async (): Promise<void> => {
    const { messages, next } = await cloud.messagesAfter(last);
    last = next;
    for (const mail of messages) {
      all.push(mail);
      for (const address of mail.to) {
        const more = byRecipient.get(address) ?? [];
        more.push(mail);
        byRecipient.set(address, more);
      }
    }
  };
  // One after the other: whoever asks sees what had come when they asked, and no mail is read twice.
  let reading: Promise<void> = Promise.resolve();
  const upToNow = (): Promise<void> => {
    reading = reading.catch(() => undefined).then(readMore);
    return reading;
  };
  return {
    all: async () => {
      await upToNow();
      return [...all];
    },
    to: async (address) => {
      await upToNow();
      return [...(byRecipient.get(address) ?? [])];
    },
    forget: async () => {
      await upToNow();
      all = [];
      byRecipient = new Map();
    },
  };
}
