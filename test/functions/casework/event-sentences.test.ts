import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { eventSentences, mailSentences, systemEvents } from '../../../functions/casework/event-sentences.ts';
import { root } from '../../../local/paths.ts';

/** What a capability names in a part of its joints. */
function namesIn(room: string, part: 'EventTypes' | 'MailTemplates'): string[] {
  const text = readFileSync(join(root, `functions/${room}/joints.ts`), 'utf8');
  const [, block = ''] = new RegExp(`interface ${part} \\{(.+?)\\n {2}\\}`, 'su').exec(text) ?? [];
  return part === 'EventTypes'
    ? [...block.matchAll(/'(\w+)'/gu)].map(([, name = '']) => name)
    : [...block.matchAll(/readonly '?([a-z-]+)'?: /gu)].map(([, name = '']) => name).filter((name) => name !== room);
}

/** About applications, but for these: a link to a list, a look, and what is told of a round or a seat. */
const notOfOne: ReadonlySet<string> = new Set([
  'PersonalDataRead',
  'ReviewerLinkRenewed',
  'IdleSeatsOfferedAgain',
  'ResultsMailed',
  'ResultsReleased',
  'ResultsTold',
  'ResultsWritten',
  'SeatClosed',
  'SeatFreed',
  'SeatLeftIdle',
  'SeatsClosed',
  'SeatsMade',
  'SeatsSettled',
  'WaitlistClosed',
]);

it.each(['applications', 'intake', 'requests', 'results', 'screening', 'seats'])(
  'whatever happens to an application in %s is told in a sentence',
  (room) => {
    const names = namesIn(room, 'EventTypes').filter((name) => !notOfOne.has(name) && !systemEvents.has(name));
    expect(names.length).toBeGreaterThan(2);
    expect(names.filter((name) => !(name in eventSentences))).toEqual([]);
  },
);

it.each(['applications', 'results', 'seats'])('every mail of %s to an applicant has a name', (room) => {
  const names = namesIn(room, 'MailTemplates');
  expect(names.length).toBeGreaterThan(2);
  expect(names.filter((name) => !(name in mailSentences))).toEqual([]);
});
