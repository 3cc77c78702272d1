import { beforeEach, describe, expect, it } from 'vitest';
import { newApplication } from '../../../functions/applications/application.ts';
import { sendApplication } from '../../../functions/applications/send-application.ts';
import { cancelRound } from '../../../functions/cohort/cancel-round.ts';
import { tellCancelled } from '../../../functions/cohort/tell-cancelled.ts';
import { loadRound } from '../../../functions/rounds/load-round.ts';
import { type RoundDraft, writtenRoundSchema } from '../../../functions/rounds/round.ts';
import { latchItems } from '../../../functions/selection/latches.ts';
import { seeRound } from '../../../functions/selection/see-round.ts';
import { settleIntake } from '../../../functions/selection/settle-intake.ts';
import { Conflict } from '../../../functions/shared/errors.ts';
import { addMinutes, type Instant, instantSchema } from '../../../functions/shared/time.ts';
import { type MemoryRound, memoryRound } from '../../support/memory/memory-round.ts';

const open = instantSchema.parse('2027-01-20T00:00:00Z');
const closing = instantSchema.parse('2027-01-29T09:00:00Z');
const reference = 'A-27H1-0000-0000';

let at: MemoryRound;
beforeEach(async () => {
  at = await memoryRound(open);
  await at.deps.commit({
    changes: [
      at.deps.applications.create(
        newApplication({
          reference,
          roundId: at.round.id,
          roundVersion: at.round.version,
          lang: 'ko',
          email: 'haneul@example.com',
          now: open,
          closesAt: at.round.closesAt,
        }),
      ),
    ],
    events: [{ subject: reference, type: 'MadeByTest', by: 'operator:test', at: open }],
  });
});

const stop = () => Promise.reject(new Error('stopped'));
const see = async (now: Instant, deps = at.deps) => seeRound(deps, await at.step(), now);
const load = async (change: Partial<RoundDraft>, now: Instant, deps = at.deps) => {
  const { version: _, ...draft } = (await at.deps.rounds.written(at.round.id, 1)) ?? writtenRoundSchema.parse(at.round);
  const given = { by: 'operator:test', force: { reason: 'an outage' }, requiredFieldsOf: () => [] };
  return loadRound(deps, { ...draft, ...change }, given, now);
};
const send = (now: Instant, deps = at.deps) =>
  sendApplication(
    deps,
    at.round,
    {
      reference,
      version: 1,
      lang: 'ko',
      typed: {},
      answers: { name: '김하늘', email: 'haneul@example.com', phone: '010-1234-5678', birthDate: '2000-01-01' },
    },
    now,
  );

describe('a run that waits for the closing', () => {
  it('waits again if the closing was extended meanwhile, and goes on at the new time', async () => {
    expect(await see(addMinutes(closing, -1))).toMatchObject({ outcome: 'OPEN', seconds: 60 });
    expect(await load({ closesAt: addMinutes(closing, 120) }, addMinutes(closing, -1))).toMatchObject({
      kind: 'loaded',
    });
    expect(await see(closing)).toMatchObject({ outcome: 'OPEN', seconds: 7200 });
    expect(await see(addMinutes(closing, 120))).toMatchObject({ outcome: 'SETTLING' });
    expect((await at.admission()).roundVersion).toBe(2);
  });

  it('does not close a round that is extended in the very moment in which it reads it', async () => {
    let extended = false;
    const rounds = {
      ...at.deps.rounds,
      current: async (id: string) => {
        const found = await at.deps.rounds.current(id);
        if (!extended) {
          extended = true;
          await load({ closesAt: addMinutes(closing, 60) }, closing);
        }
        return found;
      },
    };
    expect(await see(closing, { ...at.deps, rounds })).toMatchObject({ outcome: 'OPEN', seconds: 3600 });
  });
});

describe('a round whose selection has begun', () => {
  beforeEach(async () => {
    await see(closing);
  });

  it('is not opened again, with or without a reason, since nobody would look at who applied', async () => {
    expect(await load({ closesAt: addMinutes(closing, 120) }, addMinutes(closing, 10))).toEqual({
      kind: 'closed-for-good',
      state: 'SETTLING',
    });
    expect((await at.deps.rounds.current(at.round.id))?.version).toBe(1);
  });

  it('takes other words, and says of what else was changed that it has no effect any more', async () => {
    const contact = { ...at.round.contact, phone: '02-0000-0001' };
    expect(await load({ contact }, addMinutes(closing, 10))).toMatchObject({ kind: 'loaded', ineffective: [] });
    const { admission } = at.round;
    const more = {
      capacity: 40,
      admission: admission && { ...admission, committee: { ...admission.committee, approvals: 3 } },
    };
    expect(await load(more, addMinutes(closing, 10))).toMatchObject({
      kind: 'loaded',
      ineffective: ['capacity', 'admission.committee'],
    });
  });
});

describe('an application in the moment of the closing', () => {
  it('is sent while the round is open', async () => {
    expect((await send(addMinutes(closing, -1))).kind).toBe('sent');
  });

  it('is not sent once the run has closed the round, whatever the clock of its request says', async () => {
    await see(closing);
    expect((await send(addMinutes(closing, -1))).kind).toBe('closed');
    expect((await at.deps.applications.get(reference))?.state).toBe('DRAFT');
  });

  it('is not sent if the round is closed between its check and its commit', async () => {
    let closed = false;
    const commit: typeof at.deps.commit = async (commitment) => {
      if (!closed) {
        closed = true;
        await see(closing);
      }
      return at.deps.commit(commitment);
    };
    expect((await send(addMinutes(closing, -1), { ...at.deps, commit })).kind).toBe('closed');
    await expect(
      at.deps.commit({
        changes: [at.deps.admissions.stillTakes(at.round.id, reference)],
        events: [{ subject: reference, type: 'MadeByTest', by: 'operator:test', at: closing }],
      }),
    ).rejects.toThrow(Conflict);
  });
});

const latches = () =>
  at.memory
    .plain('admissions')
    .map(({ pk }) => String(pk))
    .filter((pk) => pk.startsWith('latch#'));

describe('the latches of a round', () => {
  it('are not there while it takes applications, so that a round of an older release takes them too', async () => {
    expect(latches()).toEqual([]);
    expect((await send(addMinutes(closing, -1))).kind).toBe('sent');
  });

  it('are all closed before it is settled, and say for good that nothing is taken', async () => {
    expect(await see(closing)).toMatchObject({ outcome: 'SETTLING' });
    expect(new Set(latches()).size).toBe(64);
    expect(await at.admission()).toMatchObject({ state: 'SETTLING', latchedAt: closing });
  });

  it('are closed to the end by the next try, if the first stopped between the 17th and the 18th', async () => {
    const stopping = {
      ...at.deps.admissions,
      closeLatches: async (roundId: string) => {
        const calls = Array.from({ length: 17 }, () => at.memory.db.send.bind(at.memory.db));
        const stopped = new Proxy(at.memory.db, {
          get: (target, name) => (name === 'send' ? (calls.pop() ?? stop) : Reflect.get(target, name)),
        });
        await latchItems(stopped, 'admissions').closeLatches(roundId);
      },
    };
    await expect(see(closing, { ...at.deps, admissions: stopping })).rejects.toThrow('stopped');
    expect(latches()).toHaveLength(17);
    expect((await at.admission()).state).toBe('CLOSING');
    expect((await send(addMinutes(closing, -1))).kind).toBe('closed');
    expect(await load({ closesAt: addMinutes(closing, 60) }, addMinutes(closing, 1))).toMatchObject({
      kind: 'closed-for-good',
      state: 'CLOSING',
    });
    expect(await see(addMinutes(closing, 2))).toMatchObject({ outcome: 'SETTLING' });
    expect(latches()).toHaveLength(64);
  });

  it('are closed by the settling of a round that a release without latches has closed', async () => {
    const was = await at.admission();
    await at.deps.commit({
      changes: [
        at.deps.admissions.save({ ...was, state: 'SETTLING', revision: was.revision + 1, roundVersion: 1 }, was),
      ],
      events: [{ subject: `round#${at.round.id}`, type: 'MadeByTest', by: 'operator:test', at: closing }],
    });
    await settleIntake(at.deps, { ...(await at.step()), checks: 0 }, closing);
    expect(latches()).toHaveLength(64);
  });

  it('are closed by a cancellation before it looks for who has applied', async () => {
    await cancelRound(at.deps, at.round.id, { by: 'operator:test', reason: 'flood' }, closing);
    let seen = 0;
    const applications = {
      ...at.deps.applications,
      sentIn: async (...given: Parameters<typeof at.deps.applications.sentIn>) => {
        seen = latches().length;
        return at.deps.applications.sentIn(...given);
      },
    };
    await tellCancelled({ ...at.deps, applications }, { ...(await at.step()), checks: 0 }, closing);
    expect(seen).toBe(64);
    expect((await at.admission()).latchedAt).toBe(closing);
  });
});
