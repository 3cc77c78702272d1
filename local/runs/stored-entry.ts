import * as z from 'zod';
import { entrySchema, messageOf, type StoredMessage, subjectOfEntry } from '../../functions/outbox/entry.ts';
import { subjectId } from '../../functions/requests/request.ts';
import { time } from './html.ts';

const told = z.string().catch('');
const itemSchema = z.object({
  id: told,
  state: told,
  attempts: z.number().catch(0),
  note: told,
  createdAt: told,
  finishedAt: told,
});

/** An entry of the outbox as an operator is told it: of one that cannot be read, whatever can. */
export type StoredEntry = Readonly<z.infer<typeof itemSchema>> & {
  /** Nothing, if the entry cannot be read. */
  readonly message: StoredMessage | undefined;
};

function storedMessage(item: Readonly<Record<string, unknown>>): StoredMessage | undefined {
  const { data } = entrySchema.safeParse(item);
  return data && messageOf(data);
}

export const storedEntry = (item: Readonly<Record<string, unknown>>): StoredEntry => ({
  ...itemSchema.parse(item),
  message: storedMessage(item),
});

/** What an entry is about, as runs are found by it: without what the audit calls its kind. */
export const aboutOf = ({ id }: Pick<StoredEntry, 'id'>): string => subjectId({ subject: subjectOfEntry(id) || id });

export const whatOf = ({ message }: StoredEntry): string => {
  if (!message) return 'an entry that cannot be read';
  return message.kind === 'mail'
    ? message.template
    : message.kind === 'start'
      ? `start of ${message.name}`
      : message.kind;
};

/** To whom, by the kind and id: no address. */
export const toWhom = ({ message }: StoredEntry): string =>
  message?.kind === 'mail'
    ? Object.entries(message.to)
        .map((words) => words.join(' '))
        .join()
    : '';

/** When it ended, or else was made. */
export function whenOf({ finishedAt, createdAt }: StoredEntry): string {
  const at = Date.parse(finishedAt || createdAt);
  return Number.isNaN(at) ? '–' : time(at);
}

export const newestFirst = (a: StoredEntry, b: StoredEntry): number => (a.createdAt < b.createdAt ? 1 : -1);
