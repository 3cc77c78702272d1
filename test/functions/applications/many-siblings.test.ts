import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { wire } from '../../../functions/app/wiring.ts';
import { changedApplication, newApplication, runName } from '../../../functions/applications/application.ts';
import { askKey } from '../../../functions/applications/open-requests.ts';
import { sendApplication } from '../../../functions/applications/send-application.ts';
import { startApplication } from '../../../functions/applications/start-application.ts';
import { checkPages, pagesOf } from '../../../functions/forms/round-form.ts';
import { askOfficer } from '../../../functions/intake/ask-steps.ts';
import { checkApplication } from '../../../functions/intake/check-application.ts';
import { decideIntake } from '../../../functions/intake/decide-intake.ts';
import { decisionKind } from '../../../functions/intake/pages/decision-kind.tsx';
import { seeRound } from '../../../functions/selection/see-round.ts';
import { settleIntake } from '../../../functions/selection/settle-intake.ts';
import type { Database } from '../../../functions/shared/database/database.ts';
import { addMinutes, instantSchema } from '../../../functions/shared/time.ts';
import { answers, typedOf } from '../../support/applicants.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';
import { type MemoryRound, memoryRound } from '../../support/memory/memory-round.ts';

/* A telephone that is in very many applications of a round: a school's, an agency's, or one that somebody made up. */

const now = instantSchema.parse('2027-01-20T00:00:00Z');
const siblings = 1_200;
/** Those whose runs are played; of the others it is only counted that they are decided. */
const played = [...Array.from({ length: 20 }, (_, index) => index), 700, 701, siblings - 2, siblings - 1];
const referenceOf = (index: number): string => `A-27H1-0000-${String(index).padStart(4, '0')}`;

let at: MemoryRound;
let deps: MemoryRound['deps'];
let answered: ReturnType<typeof metered>;

const answer = z.object({ Item: z.unknown().optional(), Items: z.array(z.unknown()).optional() });

/** A database that counts the items which it answers with. */
function metered(db: Database) {
  let items = 0;
  const send = db.send.bind(db);
  const counting = async (command: unknown): Promise<unknown> => {
    const given: unknown = await Reflect.apply(send, db, [command]);
    const { Item, Items = [] } = answer.parse(given);
    items += Items.length + (Item ? 1 : 0);
    return given;
  };
  return {
    db: new Proxy(db, { get: (target, name) => (name === 'send' ? counting : Reflect.get(target, name)) }),
    /** Since the last time. */
    items: () => {
      const since = items;
      items = 0;
      return since;
    },
  };
}

const draft = (index: number, email = `p${index}@example.com`) => {
  const reference = referenceOf(index);
  const { id: roundId, version: roundVersion, closesAt } = at.round;
  const given = { reference, roundId, roundVersion, lang: 'ko' as const, email, now, closesAt };
  return newApplication(given);
};

/** Sends an application with the telephone of all. */
async function send(index: number): Promise<void> {
  const form = answers();
  const own = { ...form['about-you'], name: `김하늘${index}`, email: `p${index}@example.com`, mobile: '010-1234-5678' };
  const typed = typedOf(at.round, { ...form, 'about-you': own });
  const checked = checkPages(pagesOf(at.round), typed, 'ko');
  if (!checked.answers) throw new Error(JSON.stringify(checked.problems));
  await deps.commit({
    changes: [deps.applications.create(draft(index))],
    events: [{ subject: referenceOf(index), type: 'MadeByTest', by: 'operator:test', at: now }],
  });
  const sent = await sendApplication(
    deps,
    at.round,
    { reference: referenceOf(index), version: 1, lang: 'ko', typed, answers: checked.answers },
    addMinutes(now, index),
  );
  if (sent.kind !== 'sent') throw new Error(sent.kind);
}

const presentOf = async (index: number) => {
  const found = await deps.applications.get(referenceOf(index));
  if (!found) throw new Error(`${referenceOf(index)} is missing`);
  return found;
};

/** What the run of an application does until it waits. */
async function intake(index: number): Promise<string> {
  const step = { reference: referenceOf(index), run: runName(await presentOf(index)) };
  const outcome = await checkApplication(deps, step, addMinutes(now, index));
  if (outcome === 'OFFICER') await askOfficer(deps, { ...step, token: `token-${index}` }, addMinutes(now, index));
  return outcome;
}

const requestOf = async (index: number) => {
  const request = await deps.requests.byAskKey(askKey('decision', await presentOf(index)));
  if (!request) throw new Error(`nobody was asked about ${referenceOf(index)}`);
  return request;
};

beforeAll(async () => {
  at = await memoryRound(now, {}, { quick: true });
  answered = metered(at.memory.db);
  deps = wire(memoryTables, answered.db);
  for (let index = 0; index < siblings; index += 1) await send(index);
}, 120_000);

describe('1,200 applications with one telephone', () => {
  it('are checked by reading some of them, and an officer is asked', async () => {
    const outcomes: string[] = [];
    let most = 0;
    for (const index of played) {
      answered.items();
      outcomes.push(await intake(index));
      most = Math.max(most, answered.items());
    }
    expect(new Set(outcomes)).toEqual(new Set(['OFFICER']));
    // Entries of the index are small; applications are read to the tenth or hundredth.
    expect(most).toBeLessThan(2 * 2_000 + 2 * 150);
    const { flags } = await presentOf(siblings - 1);
    expect(flags?.duplicates).toEqual(Array.from({ length: 10 }, (_, index) => referenceOf(index)));
    expect(flags?.more).toBeGreaterThanOrEqual(989);
  }, 120_000);

  it('are on a page that shows the first of them and says how many more there are', async () => {
    const request = await requestOf(700);
    const page = {
      method: 'GET',
      path: '/r/applications',
      params: {},
      query: {},
      form: new Map(),
      cookies: {},
      source: '127.0.0.1',
      lang: 'en',
      now,
    } as const;
    const shown = await decisionKind(deps).show({ request, holder: 'kim-minji', path: '/r/applications/x/y' }, page);
    expect(Buffer.byteLength(shown.body)).toBeLessThan(300_000);
    expect(shown.body).toMatch(/There are (?:9\d\d|1,?\d{3}) more\./u);
    expect(shown.body.match(/Possibly the same person as/gu)).toHaveLength(10);
  });

  it('leave SETTLING with the last decision', async () => {
    const closing = at.round.closesAt;
    for (const index of played) {
      const { id, generation } = await requestOf(index);
      const decision = index % 2 ? ({ outcome: 'REFUSE', reason: 'twice' } as const) : ({ outcome: 'ACCEPT' } as const);
      await decideIntake(deps, { request: id, generation, by: 'kim-minji', decision }, now);
    }
    for (let index = 0; index < siblings; index += 1) {
      const was = await presentOf(index);
      if (was.state !== 'SUBMITTED') continue;
      await deps.commit({
        changes: [deps.applications.save(changedApplication(was, now, {}, 'pass'), was)],
        events: [{ subject: was.reference, type: 'MadeByTest', by: 'operator:test', at: now }],
      });
    }
    expect(await seeRound(deps, await at.step(), closing)).toMatchObject({ outcome: 'SETTLING' });
    answered.items();
    const counted = await settleIntake(deps, { ...(await at.step()), checks: 0 }, closing);
    expect(counted).toMatchObject({ outcome: 'ASSIGNING', done: siblings, of: siblings });
    expect(answered.items()).toBeLessThan(2.1 * siblings);
  }, 120_000);
});

describe('an address that is named by 1,200 drafts', () => {
  it('opens what it has sent, and reads a hundred of them at most', async () => {
    const own = siblings - 1;
    for (let index = siblings; index < 2 * siblings; index += 1) {
      const one = draft(index, `p${own}@example.com`);
      await deps.commit({
        changes: [
          deps.applications.create(one),
          deps.applications.putContact((await presentOf(own)).keys?.email ?? '', one.reference),
        ],
        events: [{ subject: one.reference, type: 'MadeByTest', by: 'operator:test', at: now }],
      });
    }
    answered.items();
    const proved = { email: `p${own}@example.com`, lang: 'ko' } as const;
    const opened = await startApplication(deps, at.round, proved, addMinutes(at.round.closesAt, 1));
    expect(opened?.reference).toBe(referenceOf(own));
    expect(answered.items()).toBeLessThan(250);
  });
});
