import { deskPath, nextRequestPath, nextWords } from '../../../functions/requests/pages/next-request.tsx';
import type { Academy } from '../academy.ts';
import { mailsTo } from '../applicants.ts';
import { type FormFields, type Page, visitor, wordsOf } from '../visitor.ts';
import { clicking } from './clicking.ts';
import { deskCode, deskMails } from './sign-in.ts';

/** A request as its holder's desk lists it. */
export interface Waiting {
  readonly id: string;
  readonly words: string;
  readonly overdue: boolean;
}

const ofMailedLinks = /\/(?:r|v|c)\/[^\s"'<>?]+/gu;

/** What waits, in the order of the list; what is done lately is not among it. */
function waitingOn({ html }: Page): Waiting[] {
  return (['overdue', 'open'] as const).flatMap((section) => {
    const [, inner = ''] = new RegExp(`<ul class="desk-list ${section}">(.*?)</ul>`, 'su').exec(html) ?? [];
    return [...inner.matchAll(/<a href="\/desk\/requests\/([0-9a-f]{32})">(.*?)<\/a>/gsu)].map(
      ([, id = '', words = '']): Waiting => ({ id, words: wordsOf(words).trim(), overdue: section === 'overdue' }),
    );
  });
}

/** Whether a page is the list of a desk, to which the next request leads when there is none. */
export const isDesk = ({ url }: Page): boolean => url.split('?')[0] === deskPath;

/**
 * One of the staff who works from the desk alone: signs in by the code of a mail, and opens no link of one. The rest is
 * clicking.
 */
function atDesk(at: Pick<Academy, 'baseUrl' | 'cloud'>, email: string) {
  const typed: string[] = [];
  const newBrowser = () => clicking(visitor(at.baseUrl, { lang: 'ko' }), typed);
  let clicks = newBrowser();
  let isOpen = false;
  let seen = 0;
  const counts = { signIns: 0, decisions: 0 };

  const signIn = async (): Promise<Page> => {
    const before = (await deskMails(at, email)).length;
    await clicks.send({ email });
    const page = await clicks.send({ code: await deskCode(at, email, before) });
    if (!isDesk(page)) throw new Error(`${email} has not come to the desk: ${page.text}`);
    counts.signIns += 1;
    return page;
  };

  const open = async (): Promise<Page> => {
    const page = await clicks.type(deskPath);
    const opened = isDesk(page) ? page : await signIn();
    isOpen = true;
    return opened;
  };

  /** All mails to them but those with codes. */
  const mails = async () => {
    const codes = new Set(await deskMails(at, email));
    return (await mailsTo(at, email)).filter((mail) => !codes.has(mail));
  };

  return {
    email,
    counts,
    /** Opens the desk, by a code if it is closed, and reads what waits there. */
    look: async (): Promise<readonly Waiting[]> => waitingOn(await open()),
    /** The same if a mail has come since they looked last: it says that there is something to do. */
    lookIfTold: async (): Promise<readonly Waiting[]> => {
      const { length } = await mails();
      if (length === seen) return [];
      seen = length;
      return waitingOn(await open());
    },
    /** From the list: what it calls the most urgent, or one of them. */
    openNext: (): Promise<Page> => clicks.follow(nextRequestPath),
    open: (id: string): Promise<Page> => clicks.follow(`${deskPath}/requests/${id}`),
    /** Follows the link to an address, on the page that is open. */
    follow: (address: string): Promise<Page> => clicks.follow(address),
    /** From the page of a request, back to the list. */
    back: (): Promise<Page> => clicks.choose(nextWords.desk.ko),
    choose: (...words: readonly string[]): Promise<Page> => clicks.choose(...words),
    press: (beginning: string): Promise<Page> => clicks.press(beginning),
    /** Decides by the main button, and confirms where that is asked. */
    decide: async (fields: FormFields = {}): Promise<Page> => {
      const chosen = await clicks.send(fields);
      const decided = chosen.html.includes('id="confirm"') ? await clicks.send() : chosen;
      if (decided.status >= 400) throw new Error(`${decided.url} answered ${decided.status}: ${decided.text}`);
      counts.decisions += 1;
      return decided;
    },
    /** The eight hours of the desk are over, and the browser has dropped its cookie. */
    close: (): void => {
      if (isOpen) clicks = newBrowser();
      isOpen = false;
    },
    /** The links to requests, lists of reviews and cohorts that they were mailed, and those of them that they opened so. */
    mailedLinks: async () => {
      const links = new Set((await mails()).flatMap(({ text }) => text.match(ofMailedLinks) ?? []));
      return { mailed: links.size, opened: typed.filter((address) => links.has(address)).length };
    },
    /** What they have typed into the browser's line for addresses. */
    typed: typed as readonly string[],
  };
}
export type AtDesk = ReturnType<typeof atDesk>;

/** The desks of all who work on something. */
export function desksOf(at: Pick<Academy, 'baseUrl' | 'cloud'>) {
  const all = new Map<string, AtDesk>();
  return {
    of: (email: string): AtDesk => {
      const known = all.get(email) ?? atDesk(at, email);
      all.set(email, known);
      return known;
    },
    /** More than eight hours have gone by. */
    closeAll: (): void => {
      for (const desk of all.values()) desk.close();
    },
    counted: async () => {
      const desks = [...all.values()];
      const links = await Promise.all(desks.map((desk) => desk.mailedLinks()));
      const sum = (of: keyof AtDesk['counts']) => desks.reduce((total, { counts }) => total + counts[of], 0);
      return {
        people: desks.length,
        signIns: sum('signIns'),
        decisions: sum('decisions'),
        mailedLinks: links.reduce((total, { mailed }) => total + mailed, 0),
        mailedLinksOpened: links.reduce((total, { opened }) => total + opened, 0),
        typed: [...new Set(desks.flatMap(({ typed }) => typed))],
      };
    },
  };
}
export type Desks = ReturnType<typeof desksOf>;
