import type { Academy } from '../academy.ts';
import { mailsTo } from '../applicants.ts';
import { eventually } from '../eventually.ts';

/** The path of the link to the statement of a claim, as it was mailed to the lecturer. */
export const statementPath = (at: Academy, claim: string, email: string): Promise<string> =>
  eventually(`the statement of ${claim} in a mail to ${email}`, async () => {
    const path = new RegExp(`/statement/${claim}/[\\w-]{43}`, 'u');
    return (await mailsTo(at, email)).map(({ text }) => path.exec(text)?.[0]).find((found) => found !== undefined);
  });
