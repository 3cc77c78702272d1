import type { Kinds } from '../../requests/kind.ts';
import { assigneeId, type PersonRequest } from '../../requests/request.ts';
import type { Text } from '../../shared/i18n.ts';
import { formatInstant, type Instant } from '../../shared/time.ts';
import { words } from './residency-words.ts';

export const kindText = (kinds: Kinds, { kind }: Pick<PersonRequest, 'kind'>): Text =>
  kinds.get(kind)?.title ?? { ko: kind, en: kind };

/** Whom a request asks: one of the staff by name, or the startup. */
export function askedText({ assignee }: Pick<PersonRequest, 'assignee'>, names: ReadonlyMap<string, string>): Text {
  if (assignee.person === undefined) return words.startup;
  const id = assigneeId(assignee);
  const name = names.get(id) ?? id;
  return { ko: name, en: name };
}

export const isOverdue = ({ state, dueAt }: Pick<PersonRequest, 'state' | 'dueAt'>, now: Instant): boolean =>
  state === 'OPEN' && dueAt <= now;

export const dueText = (dueAt: Instant, now: Instant): Text => {
  const said = (lang: 'ko' | 'en'): string =>
    `${formatInstant(dueAt, lang)}${dueAt <= now ? ` (${words.overdue[lang]})` : ''}`;
  return { ko: said('ko'), en: said('en') };
};
