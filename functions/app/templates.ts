import type { Template } from '../outbox/send-mail.ts';
import { staffTemplates } from '../requests/mails/templates.ts';
import type { SignLink } from '../shared/links.ts';
import type { Dependencies } from './dependencies.ts';
import * as brought from './templates-brought.ts';

/** Every mail that there is, by the name of its template. */
export function templatesOf(
  deps: Dependencies & { readonly baseUrl: string; readonly sign: SignLink },
): Readonly<Record<string, Template>> {
  const contextTitle: Parameters<typeof staffTemplates>[1] = async ({ context }) =>
    (await deps.rounds.current(context))?.title;
  const templates = [
    staffTemplates(deps, contextTitle),
    ...Object.values(brought).map((templatesFor) => templatesFor(deps)),
  ];
  return Object.fromEntries(templates.flatMap((some) => Object.entries(some)));
}
