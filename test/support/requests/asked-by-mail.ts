import type { PersonRequest } from '../../../functions/requests/request.ts';
import type { Academy } from '../academy.ts';
import { mailsTo } from '../applicants.ts';
import { eventually } from '../eventually.ts';

/** The request that is open, as soon as a run waits for it. */
export const untilAsked = (at: Pick<Academy, 'requests'>, id: string, kind: string): Promise<PersonRequest> =>
  eventually(`${kind} is asked about ${id}`, async () => {
    const all = await Promise.all((await at.requests.ofSubject(id)).map((one) => at.requests.get(one)));
    return all.find((one) => one?.kind === kind && one.state === 'OPEN');
  });

/** The link of a request in the mails to an address, as soon as there is one; of the pages of one room, if it is said. */
export const requestLink = (
  at: Pick<Academy, 'cloud'>,
  request: string,
  address: string,
  room = '[a-z-]+',
): Promise<string> =>
  eventually(`the link of ${request} in a mail to ${address}`, async () => {
    const path = new RegExp(`/r/${room}/${request}/[\\w-]+`, 'u');
    return (await mailsTo(at, address)).map(({ text }) => path.exec(text)?.[0]).findLast((link) => link !== undefined);
  });

/** The link of what somebody is asked about a subject, as soon as a run asks: a page of a room. */
export const linkToAnswer = async (
  at: Pick<Academy, 'cloud' | 'requests'>,
  { subject, kind, email, room }: Readonly<Record<'subject' | 'kind' | 'email' | 'room', string>>,
): Promise<string> => requestLink(at, (await untilAsked(at, subject, kind)).id, email, room);
