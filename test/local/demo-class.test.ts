import { expect, it } from 'vitest';
import { forms } from '../../functions/forms/round-form.ts';
import { checkRound } from '../../functions/rounds/check-round.ts';
import { roundPhase } from '../../functions/rounds/round.ts';
import { addDays, seoulDateOf, toInstant } from '../../functions/shared/time.ts';
import { readTimetable } from '../../functions/timetable/read-timetable.ts';
import { demoClass, demoClassId } from '../../local/demo/demo-class.ts';

it('the demo’s class is right whenever it is started: closed, and taught for a whole month before this one, and still', () => {
  const first = Date.parse('2026-11-25T00:17:00Z');
  for (let hours = 0; hours < 24 * 400; hours += 61) {
    const now = toInstant(new Date(first + hours * 3_600_000));
    const today = seoulDateOf(now);
    const files = demoClass(now);
    const checked = checkRound(files.round, Object.fromEntries(forms));
    if (!checked.ok) throw new Error(`${now}: ${JSON.stringify(checked.problems)}`);
    expect([checked.round.id, roundPhase(checked.round, now)]).toEqual([demoClassId, 'CLOSED']);
    const { lessons, bad, warnings } = readTimetable(files.timetable);
    expect([bad, warnings]).toEqual([[], []]);
    const [begins, ends] = [lessons[0]?.date ?? '', lessons.at(-1)?.date ?? ''];
    const lastMonth = addDays(today, -Number(today.slice(8))).slice(0, 7);
    expect(begins <= `${lastMonth}-04`, `${today}: from ${begins}`).toBe(true);
    expect(ends > today, `${today}: to ${ends}`).toBe(true);
  }
});
