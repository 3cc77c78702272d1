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

/** The link of an open request, as it was mailed. */
export const linkOf = (
  at: Pick<Academy, 'cloud'>,
  email: string,
  room: string,
  { id }: Pick<PersonRequest, 'id'>,
): Promise<string> =>
  eventually(`the link of ${id}`, async () => {
    const path = new RegExp(`/r/${room}/${id}/[\\w-]{43}`, 'u');
    return (await mailsTo(at, email)).map(({ text }) => path.exec(text)?.[0]).findLast((one) => one !== undefined);
  });
