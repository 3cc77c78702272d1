import { deskTemplates } from '../desk/mails/templates.ts';
import type { DeclaredTemplate } from '../outbox/send-mail.ts';
import { staffTemplates } from '../requests/mails/templates.ts';
import type { Notices } from '../requests/notice.ts';
import type { SignLink } from '../shared/links.ts';
import type { Dependencies } from './dependencies.ts';
import { deskRequests } from './desk.ts';
import * as ports from './ports-brought.ts';
import { roles } from './roles.ts';
import * as brought from './templates-brought.ts';

const notices: Notices = Object.fromEntries(
  Object.values(ports).flatMap((one) => ('notices' in one ? Object.entries(one.notices) : [])),
);

/** Every mail that there is, by the name of its template. */
export function templatesOf(
  deps: Dependencies & {
    readonly baseUrl: string;
    readonly sign: SignLink;
    readonly signCode: SignLink;
    readonly stage: string;
  },
): Readonly<Record<string, DeclaredTemplate>> {
  const contextOf: Parameters<typeof staffTemplates>[1]['contextOf'] = ({ context }) => deps.rounds.current(context);
  const named = deskRequests(deps);
  const nameOf: Parameters<typeof staffTemplates>[1]['nameOf'] = async (request) =>
    named[request.kind]?.name?.(request);
  const templates = [
    staffTemplates(deps, { contextOf, nameOf, notices }),
    deskTemplates(deps, roles),
    ...Object.values(brought).map((templatesFor) => templatesFor(deps)),
  ];
  return Object.fromEntries(templates.flatMap((some) => Object.entries(some)));
}
