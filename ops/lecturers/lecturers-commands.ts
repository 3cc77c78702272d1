import { maskedAccount } from '../../functions/lecturers/account.ts';
import { askForAccount } from '../../functions/lecturers/ask-for-account.ts';
import { bankName } from '../../functions/lecturers/banks.ts';
import {
  financeOfficer,
  type Lecturer,
  lecturerIdSchema,
  lecturerSubject,
  type StoredPayee,
} from '../../functions/lecturers/lecturer.ts';
import { notLoaded, taughtBy } from '../../functions/lecturers/taught-by.ts';
import { assigneeId } from '../../functions/requests/request.ts';
import { readingBy } from '../../functions/shared/database/audit.ts';
import { formatInstant, seoulDateOf } from '../../functions/shared/time.ts';
import { Complaint, type Context, confirm, needed, type Row } from '../context.ts';
import { printRows } from '../print-rows.ts';

type Reading = Pick<Context, 'lecturers' | 'rounds' | 'timetables'>;

/** Those who teach by some timetable and of whom nothing is known, each with the cohorts. */
async function unknownOf(context: Reading): Promise<readonly string[]> {
  const taught = await taughtBy(context);
  const missing = await notLoaded(context, taught.keys());
  return missing.map((id) => `  ${id}: ${(taught.get(id) ?? []).join(', ')}`);
}

/** `lecturers list`: ids and facts, no names; who teaches and is not loaded is named. */
export async function lecturersList(context: Reading & Pick<Context, 'now'>): Promise<void> {
  const all = await context.lecturers.all();
  for (const lecturer of all.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const account = await accountState(context, lecturer);
    console.log(
      [
        lecturer.id.padEnd(20),
        lecturer.grade.padEnd(12),
        lecturer.cap.class.padEnd(10),
        payeeText(lecturer.payee),
        account,
      ]
        .join('  ')
        .trimEnd(),
    );
  }
  if (all.length === 0) console.log('No lecturer is loaded.');
  const missing = await unknownOf(context);
  if (missing.length > 0) console.log(`In a timetable, and not loaded:\n${missing.join('\n')}`);
}

/** A lecturer by id, for `find`: facts and what is waited for; no name. */
export async function lecturerRows(
  context: Pick<Context, 'lecturers' | 'now' | 'requests'>,
  id: string,
): Promise<readonly Row[] | undefined> {
  const found = lecturerIdSchema.safeParse(id).success ? await context.lecturers.get(id) : undefined;
  if (!found) return undefined;
  const { waiting } = await context.lecturers.accountOf(id);
  const open = found.accountRequest ?? waiting?.request;
  const request = open ? await context.requests.get(open) : undefined;
  const isOpen = request?.state === 'OPEN';
  return [
    ['lecturer', id],
    ['facts', `${found.facts}: ${found.grade}, ${found.cap.class}, ${payeeText(found.payee)}`],
    ['state', await accountState(context, found)],
    ['waiting for', isOpen ? assigneeId(request.assignee) : '-'],
    ['until', isOpen ? formatInstant(request.dueAt, 'en') : '-'],
    ['request', isOpen ? request.id : '-'],
  ];
}

async function accountState(
  context: Pick<Context, 'lecturers' | 'now'>,
  { id, accountRequest, erasedAt }: Lecturer,
): Promise<string> {
  if (erasedAt) return 'erased';
  if (await context.lecturers.usableAccount(id, context.now())) return 'account: usable';
  const { confirmed, waiting } = await context.lecturers.accountOf(id);
  if (confirmed) return 'account: confirmed, usable a day after';
  if (waiting) return 'account: waits for finance';
  return accountRequest ? 'account: asked for' : 'account: none';
}

function payeeText(payee: StoredPayee): string {
  switch (payee.kind) {
    case 'resident':
      return `resident, ${payee.taxClass.map((one) => `${one.class} since ${one.since}`).join(', ')}`;
    case 'non-resident':
      return `non-resident${payee.treatyPaper ? `, paper ${payee.treatyPaper}` : ''}`;
    default:
      return `${payee.kind}${payee.document ? `, document ${payee.document}` : ''}`;
  }
}

/** `lecturers show ID`: name and address too, which the audit keeps as read. Account numbers are masked. */
export async function lecturersShow(
  context: Pick<Context, 'by' | 'commit' | 'flags' | 'lecturers' | 'now'>,
  word: string | undefined,
): Promise<void> {
  const id = needed(word, 'lecturers show ID');
  const found = await context.lecturers.get(id);
  if (!found) throw new Complaint(`There is no lecturer ${id}.`);
  await confirm(context, `Shows the personal data of ${id}; the audit keeps that you read it.`);
  const { commit, by, now } = context;
  await commit({
    changes: [],
    events: [{ ...readingBy(by, now()), subject: lecturerSubject(id), type: 'PersonalDataRead' }],
  });
  const former = await context.lecturers.factsOf(id);
  const accounts = await context.lecturers.accountsOf(id);
  printRows([
    ['lecturer', id],
    ['name', found.name],
    ['email', `${found.email} (${found.lang})`],
    ['institution', found.institution],
    ['grade', found.grade],
    ['cap', `${found.cap.class}, confirmed by ${found.cap.confirmedBy} on ${seoulDateOf(found.cap.confirmedAt)}`],
    ['paid as', payeeText(found.payee)],
    ...recordedRows(found.payee),
    ...former.map(
      (facts): Row => [`facts ${facts.number}`, `${facts.grade}, ${facts.cap.class}, ${payeeText(facts.payee)}`],
    ),
    ...accounts.map((account): Row => {
      const { number, bank, holder, state, usableFrom } = account;
      const from = usableFrom ? `, used from ${formatInstant(usableFrom, 'en')}` : '';
      return [
        `account ${number}`,
        `${bankName(bank).en} ${maskedAccount(account.account)}, ${holder}, ${state}${from}`,
      ];
    }),
  ]);
}

const recordedRows = (payee: StoredPayee): Row[] =>
  payee.kind === 'resident'
    ? payee.taxClass.map(({ since, by, at }): Row => [`since ${since}`, `recorded by ${by} on ${seoulDateOf(at)}`])
    : [];

const nobodyConfirms = 'Nobody has the role finance-officer: load the people first.';

/** `lecturers ask ID`: for an account, or another one. */
export async function lecturersAsk(
  context: Pick<Context, 'by' | 'commit' | 'flags' | 'lecturers' | 'now' | 'people' | 'random' | 'requests'>,
  word: string | undefined,
): Promise<void> {
  const lecturer = needed(word, 'lecturers ask ID');
  const found = await context.lecturers.get(lecturer);
  if (!found || found.erasedAt) throw new Complaint(`There is no lecturer ${lecturer}.`);
  if ((await context.people.idsWithRole(financeOfficer)).length === 0) throw new Complaint(nobodyConfirms);
  await confirm(context, `${lecturer} is emailed a link to enter the account that fees are paid to.`);
  const outcome = await askForAccount(context, { lecturer, by: context.by }, context.now());
  if (outcome === 'unknown') throw new Complaint(`There is no lecturer ${lecturer}.`);
  if (outcome === 'nobody-confirms') throw new Complaint(nobodyConfirms);
  console.log(outcome === 'asked' ? 'The email leaves.' : `${lecturer} is asked already.`);
}
