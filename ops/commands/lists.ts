import { roundPhase } from '../../functions/rounds/round.ts';
import { readingBy } from '../../functions/shared/database/audit.ts';
import { formatEnd, formatInstant } from '../../functions/shared/time.ts';
import { type Context, confirm } from '../context.ts';
import { staffStored } from './scans.ts';

const phaseText = { BEFORE: 'not open yet', OPEN: 'open', CLOSED: 'closed' } as const;

/** `round list`: every round, by its opening, and how far its selection is. */
export async function roundList({
  rounds,
  admissions,
  now,
}: Pick<Context, 'rounds' | 'admissions' | 'now'>): Promise<void> {
  const all = await rounds.list();
  for (const round of all) {
    const admission = await admissions.get(round.id);
    const state = round.cancelled ? 'cancelled' : phaseText[roundPhase(round, now())];
    const times = `${formatInstant(round.opensAt, 'en')} to ${formatEnd(round.closesAt, 'en')}`;
    console.log(
      `${round.id}  version ${round.version}  ${state}  ${times}  ${admission?.stuck ? `${admission.state}, stuck` : (admission?.state ?? '-')}  ${round.title.en}`,
    );
  }
  console.log(`${all.length} rounds.`);
}

/** `people list`: the staff with their addresses, roles and what waits for them; the audit keeps who read it. */
export async function peopleList(
  context: Pick<Context, 'db' | 'tables' | 'requests' | 'commit' | 'flags' | 'by' | 'now'>,
): Promise<void> {
  await confirm(context, 'Shows the names and addresses of the staff; the audit keeps that you read them.');
  const all = await staffStored(context);
  await context.commit({
    changes: [],
    events: [{ ...readingBy(context.by, context.now()), subject: 'staff', type: 'PersonalDataRead' }],
  });
  for (const { id, name, email, roles, deputy, absences } of all) {
    const open = await context.requests.openFor(id);
    const away = absences.map(({ from, to }) => `${from}..${to}`).join(', ');
    console.log(
      [
        id,
        name,
        email,
        roles.join(', ') || 'no role',
        `${open.length} open`,
        ...(deputy ? [`deputy ${deputy}`] : []),
        ...(away ? [`away ${away}`] : []),
      ].join('  '),
    );
  }
  console.log(`${all.length} people.`);
}
