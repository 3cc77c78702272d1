import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countFromDay } from '../../../functions/checklists/count-from-day.ts';
import { countedFrom, listFrom } from '../../../functions/checklists/list-from-template.ts';
import { addDays, instantSchema, localDateSchema } from '../../../functions/shared/time.ts';
import { checklistWorld, firstMorning, people, templateFrom } from '../../support/checklists/checklist-world.ts';

const loaded = await checklistWorld();
const world = () => checklistWorld({ from: loaded.fork() });
const day = (text: string) => localDateSchema.parse(text);
const by = 'system:test';

const days = fc.integer({ min: 0, max: 700 }).map((after) => addDays(day('2027-01-04'), after));
const stored = { id: 'exit', version: 1, template: templateFrom('lab-exit'), loadedBy: by, loadedAt: firstMorning };
const begun = (from: ReturnType<typeof day>, now: typeof firstMorning) =>
  listFrom(stored, { owner: 'firm#x', day: from, manager: 'han-sejin', people }, now);

describe('a list that is counted from another day', () => {
  it('is as if it had begun with that day, on whatever days of the week and holidays', () => {
    const long = instantSchema.parse('2026-06-01T09:00:00+09:00');
    fc.assert(
      fc.property(days, days, (first, other) => {
        const moved = countedFrom(begun(first, long), other, long);
        const dates = ({ items }: typeof moved) => items.map(({ id, dueOn }) => [id, dueOn]);
        const later = dates(begun(other, long));
        expect(moved.day).toBe(other);
        // Days off between the two days may make a date later that was earlier: nobody has more time by an earlier day.
        const least = dates(begun(first, long)).map(([id, dueOn = ''], index) => {
          const [, due = ''] = later[index] ?? [];
          return [id, other < first && due > dueOn ? dueOn : due];
        });
        expect(dates(moved)).toEqual(least);
        expect(moved.nextDueOn).toBe(
          moved.items
            .map(({ dueOn }) => dueOn)
            .toSorted()
            .at(0),
        );
      }),
    );
  });

  it('puts nothing into the past, and gives nobody more time by an earlier day', () => {
    const list = begun(day('2027-05-10'), firstMorning);
    fc.assert(
      fc.property(days, days, (today, other) => {
        const now = instantSchema.parse(`${today}T09:00:00+09:00`);
        for (const [index, { dueOn }] of countedFrom(list, other, now).items.entries()) {
          const before = list.items[index]?.dueOn ?? dueOn;
          expect(dueOn > today || dueOn === before).toBe(true);
          if (other < list.day) expect(dueOn <= before).toBe(true);
        }
      }),
    );
  });

  it('leaves what is settled, keeps what was put off as far from the day as it was, and mails the new dates once', async () => {
    const at = await world();
    await at.start('x', { template: 'exit', day: day('2027-06-30') });
    await at.decide('x', 'fee', { outcome: 'DROP', words: 'None was paid.' }, 'han-sejin', 'exit');
    const words = 'The parcel service needs longer.';
    const later = { outcome: 'POSTPONE', words, dueOn: day('2027-07-02') } as const;
    await at.decide('x', 'keys', later, 'han-sejin', 'exit');
    const [was, mails] = [await at.list('x', 'exit'), (await at.mails()).length];
    const given = { owner: 'firm#x', name: 'exit', day: day('2027-05-28'), by };
    expect(await countFromDay(at.deps, given, at.now())).toBe('counted');
    const next = await at.list('x', 'exit');
    const dueOf = (id: string) => next.items.find((one) => one.id === id)?.dueOn;
    // Two business days after the last day, before as now; the 28th is a Friday.
    expect([dueOf('cards'), dueOf('keys'), dueOf('place')]).toEqual(['2027-05-28', '2027-06-01', '2027-05-31']);
    expect(dueOf('fee')).toBe(was.items.find(({ id }) => id === 'fee')?.dueOn);
    expect(next).toMatchObject({ day: '2027-05-28', nextDueOn: '2027-05-28' });
    expect((await at.requestOf('x', 'startup', 'exit')).plan.dueOn).toBe('2027-05-28');
    const told = (await at.mails()).slice(mails);
    expect(told.map(({ template }) => template)).toEqual(Array.from({ length: 3 }, () => 'checklist-moved'));
    const ofStartup = told.find(({ to }) => 'party' in to)?.prepared;
    expect(ofStartup?.kind === 'mail' && ofStartup.mail.text).toContain('2027년 6월 1일(화)');
    expect(await countFromDay(at.deps, given, at.now())).toBe('unchanged');
    expect(await at.mails()).toHaveLength(mails + 3);
  });

  it('takes what somebody reports who has the old dates open', async () => {
    const at = await world();
    await at.start('y', { template: 'exit', day: day('2027-06-30') });
    const { turn } = await at.item('y', 'cards', 'exit');
    await countFromDay(at.deps, { owner: 'firm#y', name: 'exit', day: day('2027-05-28'), by }, at.now());
    expect((await at.item('y', 'cards', 'exit')).turn).toBe(turn);
    expect(await at.report('y', 'cards', { outcome: 'DONE', words: 'At the desk.' }, 'exit')).toBe('reported');
  });

  it('is none that there is not', async () => {
    const at = await world();
    const given = { owner: 'firm#z', name: 'exit', day: day('2027-05-28'), by };
    expect(await countFromDay(at.deps, given, at.now())).toBe('no-list');
  });
});
