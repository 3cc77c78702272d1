import {
  entrySchema,
  messageOf,
  type OutboxEntry,
  type StoredMessage,
  subjectOfEntry,
} from '../../functions/outbox/entry.ts';
import { Conflict } from '../../functions/shared/errors.ts';
import { type Instant, instantSchema } from '../../functions/shared/time.ts';
import { pagesOf } from '../audit/table-pages.ts';
import { Complaint, type Context, confirm, needed, type Row } from '../context.ts';

type Item = Readonly<Record<string, unknown>>;
type Reading = Pick<Context, 'db' | 'outbox'> & { readonly tables: Pick<Context['tables'], 'OUTBOX_TABLE'> };
type Needed = Reading & Pick<Context, 'by' | 'commit' | 'flags' | 'now'>;

async function inState({ db, tables }: Reading, ...states: readonly string[]): Promise<Item[]> {
  const items: Item[] = [];
  const values = Object.fromEntries(states.map((state, index) => [`:s${index}`, state]));
  const filter = {
    FilterExpression: Object.keys(values)
      .map((name) => `#state = ${name}`)
      .join(' OR '),
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: values,
  };
  for await (const page of pagesOf(db, tables.OUTBOX_TABLE, filter)) items.push(...page);
  return items;
}

/** A field of an item that may be of any shape. */
const shown = (item: Item, name: string, otherwise = '-'): string => {
  const value = item[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : otherwise;
};

/** What an entry is, in a word; of one that cannot be read, that. */
const whatOf = (item: Item): string => {
  const { data } = entrySchema.safeParse(item);
  if (!data) return 'unreadable';
  const message: StoredMessage = messageOf(data);
  return message.kind === 'mail' ? message.template : message.kind;
};

/** `outbox failed`: what was given up. */
export async function outboxFailed(context: Reading): Promise<void> {
  const items = await inState(context, 'FAILED');
  for (const item of items) {
    const [id, attempts, note, ended] = ['id', 'attempts', 'note', 'finishedAt'].map((name) => shown(item, name));
    console.log(`${id}  ${whatOf(item)}  ${attempts} tries  ${note}  ${ended}`);
  }
  console.log(`${items.length} given up.`);
}

/** `outbox waiting`: how many wait for what, and since when. */
export async function outboxWaiting(context: Reading): Promise<void> {
  const items = await inState(context, 'PENDING', 'SENDING');
  const groups = Map.groupBy(items, (item) => `${whatOf(item)}  ${shown(item, 'note', 'not tried yet')}`);
  for (const [group, some] of [...groups].sort((a, b) => b[1].length - a[1].length)) {
    const since = some.map((item) => shown(item, 'createdAt')).sort()[0];
    console.log(`${some.length}  ${group}  the oldest since ${since}`);
  }
  console.log(`${items.length} waiting.`);
}

/** What is known of one entry, for `find`. */
export async function entryRows(context: Reading, id: string): Promise<readonly Row[] | undefined> {
  const item = await context.outbox.item(id);
  if (!item) return undefined;
  const of = (name: string, otherwise?: string): string => shown(item, name, otherwise);
  return [
    ['entry', id],
    ['what', whatOf(item)],
    ['state', of('state')],
    ['tries', `${of('attempts')}, deferred ${of('deferrals', '0')} times for a state that passes`],
    ['note', of('note')],
    ['queue', of('due')],
    ['made', of('createdAt')],
    ['next try', of('nextAttemptAt')],
    ['ended', of('finishedAt')],
  ];
}

/** The same message as a new entry, rendered anew; one that was given up is so no longer, and never leaves twice by this. */
async function sendAgain(context: Needed, entry: OutboxEntry, item: Item): Promise<void> {
  const subject = subjectOfEntry(entry.id);
  const now = context.now();
  await context.commit({
    changes: entry.state === 'FAILED' ? [context.outbox.resent(item, now)] : [],
    events: [{ subject, type: 'EntryResent', by: context.by, at: now, data: { entry: entry.id } }],
    again: [messageOf(entry)],
  });
}

/** `resend ENTRY`, or all that were given up since a time. */
export async function resend(context: Needed, id: string | undefined): Promise<void> {
  if (context.flags.failed) return resendFailed(context);
  const item = await context.outbox.item(needed(id, 'resend ENTRY, or resend --failed --since INSTANT'));
  if (!item) throw new Complaint(`There is no outbox entry ${id}.`);
  const entry = entrySchema.safeParse(item).data;
  if (!entry) throw new Complaint(`${id} cannot be read: there is nothing that could be sent.`);
  if (entry.state === 'PENDING' || entry.state === 'SENDING')
    throw new Complaint(`${id} is still ${entry.state}: it is sent by itself.`);
  const message = messageOf(entry);
  await confirm(
    context,
    `${message.kind === 'mail' ? `The email ${message.template}` : `The ${message.kind}`} of ${id} (${entry.state}) is sent again.`,
  );
  await sendAgain(context, entry, item);
  console.log('On its way.');
}

/** Commits at a time: an operator waits for thousands. */
const atOnce = 8;

/** `resend --failed --since INSTANT`: whatever was given up since then goes out once more, however often this is called. */
async function resendFailed(context: Needed): Promise<void> {
  const since = instantOf(needed(context.flags.since, 'resend --failed --since 2027-03-02T09:00:00+09:00'));
  const items = (await inState(context, 'FAILED')).filter((item) => shown(item, 'finishedAt') >= since);
  const readable = items.flatMap((item) => {
    const entry = entrySchema.safeParse(item).data;
    return entry ? [{ entry, item }] : [];
  });
  if (readable.length === 0) throw new Complaint(`Nothing that could be sent was given up since ${since}.`);
  const kinds = Map.groupBy(readable, ({ item }) => `${whatOf(item)} (${shown(item, 'note')})`);
  for (const [kind, some] of kinds) console.log(`${some.length}  ${kind}`);
  const unreadable = items.length - readable.length;
  if (unreadable > 0) console.log(`${unreadable} cannot be read, and stay as they are.`);
  await confirm(context, `These ${readable.length}, that failed since ${since}, are sent again.`);
  const waiting = [...readable];
  let sent = 0;
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      try {
        await sendAgain(context, next.entry, next.item);
        sent += 1;
      } catch (error) {
        // Somebody resends the same at this moment.
        if (!(error instanceof Conflict)) throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  console.log(`${sent} on their way.`);
}

function instantOf(typed: string): Instant {
  const parsed = instantSchema.safeParse(typed);
  if (!parsed.success) throw new Complaint(`${typed} is no instant: write it like 2027-03-02T09:00:00+09:00.`);
  return parsed.data;
}
