import { deskTemplates } from '../desk/mails/templates.ts';
import type { DeclaredTemplate } from '../outbox/send-mail.ts';
import { staffTemplates } from '../requests/mails/templates.ts';
import type { Notices } from '../requests/notice.ts';
import type { SignLink } from '../shared/links.ts';
import type { MailTemplate } from '../shared/names.ts';
import type { Dependencies } from './dependencies.ts';
import { deskRequests } from './desk.ts';
import type { Together } from './parts.ts';
import * as ports from './ports-brought.ts';
import { roles } from './roles.ts';
import * as brought from './templates-brought.ts';

const notices: Notices = Object.fromEntries(
  Object.values(ports).flatMap((one) => ('notices' in one ? Object.entries(one.notices) : [])),
);

type Brought = Together<
  | ReturnType<typeof staffTemplates>
  | ReturnType<typeof deskTemplates>
  | ReturnType<(typeof brought)[keyof typeof brought]>
>;

function together(templates: readonly object[]): Brought;
function together(templates: readonly object[]): object {
  return Object.fromEntries(templates.flatMap((some): [string, unknown][] => Object.entries(some)));
}

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
  /** A template that the joints name and that nobody brings does not compile. */
  const templates: Readonly<Record<MailTemplate, DeclaredTemplate>> = together([
    staffTemplates(deps, { contextOf, nameOf, notices }),
    deskTemplates(deps, roles),
    ...Object.values(brought).map((templatesFor) => templatesFor(deps)),
  ]);
  return templates;
}
