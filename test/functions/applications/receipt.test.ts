import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { isRecipient } from '../../../functions/app/recipients.ts';
import { templatesOf } from '../../../functions/app/templates.ts';
import { everything } from '../../../functions/app/wiring.ts';
import { changedApplication, newApplication, runName } from '../../../functions/applications/application.ts';
import { sendApplication } from '../../../functions/applications/send-application.ts';
import { cancelRound } from '../../../functions/cohort/cancel-round.ts';
import { checkPages, pagesOf } from '../../../functions/forms/round-form.ts';
import { askApplicant, askOfficer } from '../../../functions/intake/ask-steps.ts';
import { checkApplication } from '../../../functions/intake/check-application.ts';
import { decideIntake } from '../../../functions/intake/decide-intake.ts';
import { addressesTable } from '../../../functions/outbox/addresses-table.ts';
import { type DeliverDependencies, deliver, PerhapsDone } from '../../../functions/outbox/deliver.ts';
import { queues } from '../../../functions/outbox/entry.ts';
import { newEntries } from '../../../functions/outbox/new-entries.ts';
import { mailHandler } from '../../../functions/outbox/send-mail.ts';
import { lazily } from '../../../functions/shared/parts.ts';
import { addMinutes, type Instant, instantSchema } from '../../../functions/shared/time.ts';
import { tries } from '../../../functions/shared/tries.ts';
import { continueChains } from '../../../ops/commands/continue-chains.ts';
import { answers, typedOf } from '../../support/applicants.ts';
import { memorySes, memorySigner, signedHere } from '../../support/memory/memory-clients.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';
import { memoryMail } from '../../support/memory/memory-mail.ts';
import { type MemoryRound, memoryRound } from '../../support/memory/memory-round.ts';

const start = instantSchema.parse('2027-01-20T00:00:00Z');
const reference = 'A-27H1-0000-0001';
const received = '지원서를 접수했습니다';
const accepted = '지원 자격이 확인되었습니다';
const both = `${received}: ${accepted}`;

let at: MemoryRound;
let now: Instant;
let subjects: string[];
let texts: string[];
let delivery: DeliverDependencies;
let deps: MemoryRound['deps'];
const streamed = new Set<string>();

beforeEach(async () => {
  now = start;
  subjects = [];
  texts = [];
  streamed.clear();
  at = await memoryRound(start, {}, { quick: true });
  const { db } = at.memory;
  const { sign } = signedHere(memorySigner());
  const reach = lazily({
    ...everything(memoryTables, db),
    baseUrl: () => 'http://localhost',
    sign: () => sign,
    signCode: () => sign,
    stage: () => 'local',
  });
  deps = at.deps;
  delivery = {
    outbox: deps.outbox,
    clock: () => now,
    slot: async () => true,
    isFull: () => false,
    bucketOf: () => undefined,
    handlers: {
      mail: mailHandler({
        ses: memorySes((to, raw) => {
          const { subject, text } = memoryMail(to, raw);
          subjects.push(subject.replace('[서울 핀테크 아카데미] ', ''));
          texts.push(text.replace(/\s+/gu, ' '));
        }),
        from: 'academy@example.kr',
        replyTo: 'academy@example.kr',
        addresses: addressesTable(db, memoryTables.ADDRESSES_TABLE),
        templates: templatesOf(reach),
        isRecipient,
        clock: () => now,
      }),
      start: async () => ({ kind: 'done', note: 'started' }),
      resume: async () => ({ kind: 'done', note: 'resumed' }),
    },
    report: () => undefined,
    tellOperators: async () => undefined,
  };
});

const draft = () => {
  const { id: roundId, version: roundVersion, closesAt } = at.round;
  const given = { reference, roundId, roundVersion, lang: 'ko' as const, email: 'one@example.com', now, closesAt };
  return newApplication(given);
};
const form = (birthYear: string) => {
  const filled = answers();
  return { ...filled, 'about-you': { ...filled['about-you'], email: 'one@example.com', 'birthDate.year': birthYear } };
};

const begin = () =>
  deps.commit({
    changes: [deps.applications.create(draft())],
    events: [{ subject: reference, type: 'MadeByTest', by: 'operator:test', at: now }],
  });

/** Sends what the pages collect. */
async function send({
  version = 1,
  birthYear = '1990',
  by = deps,
  begun = false,
}: {
  version?: number;
  begun?: boolean;
  birthYear?: string;
  by?: Parameters<typeof sendApplication>[0];
} = {}): Promise<void> {
  if (version === 1 && !begun) await begin();
  const typed = typedOf(at.round, form(birthYear));
  const checked = checkPages(pagesOf(at.round), typed, 'ko');
  if (!checked.answers) throw new Error(JSON.stringify(checked.problems));
  const sending = { reference, version, answers: checked.answers, typed, lang: 'ko' as const };
  expect(await sendApplication(by, at.round, sending, now)).toMatchObject({ kind: 'sent' });
}
const application = async () => {
  const found = await deps.applications.get(reference);
  if (!found) throw new Error('there is no application');
  return found;
};
const check = async (by: Parameters<typeof checkApplication>[0] = deps) =>
  checkApplication(by, { reference, run: runName(await application()) }, now);
const askTheOfficer = async () =>
  askOfficer(deps, { reference, run: runName(await application()), token: 'a token' }, now);
const pass = (seconds: number) => {
  now = addMinutes(now, seconds / 60);
};

/** What the stream brings: every new entry, once. */
async function stream(): Promise<void> {
  const fresh = at.memory.items('outbox').filter(({ id }) => !streamed.has(JSON.stringify(id)));
  for (const { id } of fresh) streamed.add(JSON.stringify(id));
  const Records = fresh.map((NewImage) => ({ eventName: 'INSERT', dynamodb: { NewImage } }));
  for (const { id } of newEntries({ Records })) await deliver(delivery, id, now);
}
async function sweep(): Promise<void> {
  const due = await Promise.all(queues.map((queue) => deps.outbox.due(queue, now)));
  for (const { id } of due.flat()) await deliver(delivery, id, now);
}

/** The entries of the receipts that sending held back. */
const heldBack = () =>
  at.memory
    .plain('outbox')
    .filter(({ heldUntil }) => heldUntil !== undefined)
    .map(({ state, note }) => [state, note]);

describe('the check of an application that was just sent', () => {
  it('sends receipt and acceptance in one mail, and the receipt that was held back never leaves', async () => {
    await send();
    await stream();
    pass(2);
    expect(await check()).toBe('ACCEPTED');
    await stream();
    expect(subjects).toEqual([both]);
    expect(texts[0]).toContain(reference);
    expect(texts[0]).toContain('지원 자격이 확인되어 선발 심사 대상에 포함되었습니다');
    expect(texts[0]).toContain('핀테크 서비스를 직접 만들어 보고 싶어');
    expect(heldBack()).toEqual([['DROPPED', 'the receipt left with the check']]);
    pass(600);
    await sweep();
    expect(subjects).toEqual([both]);
  });

  it('sends the receipt alone, at once, if an officer is asked', async () => {
    await send({ birthYear: '2015' });
    await stream();
    expect(await check()).toBe('OFFICER');
    await askTheOfficer();
    await stream();
    expect(subjects.filter((subject) => subject.includes('접수'))).toEqual([received]);
    expect(heldBack()).toEqual([['DROPPED', 'the receipt left with the check']]);
    const mails = subjects.length;
    pass(600);
    await askTheOfficer();
    await stream();
    await sweep();
    expect(subjects).toHaveLength(mails);
  });

  it('says of a later version that it was changed, and of the one before nothing', async () => {
    await send();
    await send({ version: 2 });
    await stream();
    expect(await check()).toBe('ACCEPTED');
    pass(600);
    await stream();
    await sweep();
    expect(subjects).toEqual([`수정한 ${both}`]);
    expect(
      heldBack()
        .map(([, note]) => note)
        .sort(),
    ).toEqual(['the application has moved on', 'the receipt left with the check']);
  });

  it('does not say that an application is accepted which no longer is by the time its mail leaves', async () => {
    await send();
    await check();
    const was = await application();
    await deps.commit({
      changes: [deps.applications.save(changedApplication(was, now, {}, 'cancel'), was)],
      events: [{ subject: reference, type: 'MadeByTest', by: 'operator:test', at: now }],
    });
    await stream();
    expect(subjects).toEqual([received]);
  });
});

describe('an application whose round is cancelled before its receipt leaves', () => {
  const reason = '강사를 구하지 못하였습니다';

  it.each([
    ['whose check came', () => check()],
    ['whose check did not come', () => Promise.resolve()],
  ] as const)('%s gets a receipt that promises nothing', async (_, checked) => {
    await send();
    await stream();
    await checked();
    expect(await cancelRound(deps, at.round.id, { by: 'operator:test', reason }, now)).toMatchObject({
      kind: 'cancelled',
    });
    pass(41);
    await stream();
    await sweep();
    expect(subjects).toEqual([received]);
    expect(texts[0]).toContain('모집 취소: 모집이 취소되어 더 진행하지 않습니다');
    expect(texts[0]).not.toContain('개강');
  });
});

describe('the question to an applicant', () => {
  it('is not asked any more once the round is cancelled', async () => {
    await send({ birthYear: '2015' });
    await askTheOfficer();
    await stream();
    const [id = ''] = await deps.requests.ofSubject(reference);
    const decision = { outcome: 'RETURN' as const, question: '생년월일이 맞습니까?', pages: ['about-you'] };
    expect(await decideIntake(deps, { request: id, generation: 1, by: 'intake-1', decision }, now)).toBe('decided');
    await askApplicant(deps, { reference, run: runName(await application()), token: 'another token' }, now);
    const mails = subjects.length;
    await cancelRound(deps, at.round.id, { by: 'operator:test', reason: '강사를 구하지 못하였습니다' }, now);
    await stream();
    expect(subjects.slice(mails)).toEqual([]);
  });
});

describe('an application whose table was put back to before it was sent', () => {
  it('is sent again, and gets its receipt again, though the outbox is never put back', async () => {
    await begin();
    const { plain, db } = at.memory;
    const before = plain('applications');
    await send({ begun: true });
    await check();
    await stream();
    pass(3600);
    const TableName = memoryTables.APPLICATIONS_TABLE;
    for (const { pk, sk } of plain('applications')) await db.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
    for (const Item of before) await db.send(new PutCommand({ TableName, Item }));
    const { commit } = deps;
    const given = { db, tables: memoryTables, commit, by: 'operator:test', now: () => now };
    expect(await continueChains(given, { table: TableName, copy: 'a copy', items: before })).toEqual([
      `${reference}/application: events 2 to 3`,
    ]);
    await send({ begun: true });
    await check();
    await stream();
    expect(subjects).toEqual([both, both]);
  });
});

describe('a receipt that was held back and cannot be read any more', () => {
  it('holds up no check, leaves with it, and is told about', async () => {
    await send();
    await stream();
    const held = at.memory.plain('outbox').find(({ heldUntil }) => heldUntil !== undefined);
    const Item = { ...held, errand: { kind: 'of another release' } };
    await at.memory.db.send(new PutCommand({ TableName: memoryTables.OUTBOX_TABLE, Item }));
    expect(await check()).toBe('ACCEPTED');
    await stream();
    expect(subjects).toEqual([both]);

    const told: string[] = [];
    delivery = { ...delivery, tellOperators: async ({ error }) => void told.push(error) };
    for (let tried = 0; tried < tries.outboxEntry; tried += 1) {
      pass(5 * 60 * 60);
      await sweep();
    }
    expect(told).toEqual(['EntryUnreadable']);
    expect(subjects).toEqual([both]);
  });
});

describe('the receipt of an application whose check does not come', () => {
  it('leaves by itself after 40 seconds; the acceptance follows alone', async () => {
    await send();
    await stream();
    pass(39);
    await sweep();
    expect(subjects).toEqual([]);
    pass(2);
    await sweep();
    expect(subjects).toEqual([received]);
    await check();
    await stream();
    await sweep();
    expect(subjects).toEqual([received, accepted]);
  });

  it('leaves alone if it does in the very moment of the check', async () => {
    await send();
    await stream();
    let commits = 0;
    const commit = async (what: Parameters<typeof deps.commit>[0]) => {
      commits += 1;
      if (commits === 1) {
        pass(41);
        await sweep();
      }
      await deps.commit(what);
    };
    const { applications, rounds, outbox } = deps;
    expect(await check({ applications, rounds, outbox, commit })).toBe('ACCEPTED');
    await stream();
    expect([commits, subjects]).toEqual([2, [received, accepted]]);
  });

  it.each([
    ['may have left', () => new PerhapsDone(new Error('no answer')), ['PENDING'], accepted],
    ['has certainly not left', () => new Error('SES has no time'), ['DROPPED'], both],
  ] as const)('that %s at its first try', async (_, fault, states, mail) => {
    await send();
    const { handlers } = delivery;
    delivery = {
      ...delivery,
      handlers: {
        ...handlers,
        mail: async () => {
          throw fault();
        },
      },
    };
    pass(41);
    await sweep();
    delivery = { ...delivery, handlers };
    await check();
    expect(heldBack().map(([state]) => state)).toEqual(states);
    await stream();
    expect(subjects).toEqual([mail]);
  });

  it('may have left while the check decided: the acceptance comes alone', async () => {
    await send();
    const { handlers } = delivery;
    let commits = 0;
    const commit = async (what: Parameters<typeof deps.commit>[0]) => {
      commits += 1;
      if (commits === 1) {
        const mail = async () => {
          throw new PerhapsDone(new Error('no answer'));
        };
        delivery = { ...delivery, handlers: { ...handlers, mail } };
        pass(41);
        await sweep();
        delivery = { ...delivery, handlers };
      }
      await deps.commit(what);
    };
    const { applications, rounds, outbox } = deps;
    expect(await check({ applications, rounds, outbox, commit })).toBe('ACCEPTED');
    await stream();
    expect([commits, subjects, heldBack()]).toEqual([2, [accepted], [['PENDING', 'Error']]]);
  });

  it('was sent at once by the release before: the acceptance comes alone', async () => {
    const commit = (what: Parameters<typeof deps.commit>[0]) => deps.commit({ ...what, held: [] });
    const { applications, invited, requests, selection } = deps;
    await send({ by: { applications, invited, requests, selection, commit } });
    await stream();
    await check();
    await stream();
    expect(subjects).toEqual([accepted]);
  });
});
