import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { everything } from '../../../functions/app/wiring.ts';
import { type Application, newApplication } from '../../../functions/applications/application.ts';
import { proveAddress } from '../../../functions/applications/prove-address.ts';
import { type Saving, savePage } from '../../../functions/applications/save-page.ts';
import { sendApplication } from '../../../functions/applications/send-application.ts';
import { checkPages, pagesOf } from '../../../functions/forms/round-form.ts';
import { eraseApplication } from '../../../functions/retention/erase-application.ts';
import type { Database } from '../../../functions/shared/database/database.ts';
import { lazily } from '../../../functions/shared/parts.ts';
import { addMinutes, instantSchema } from '../../../functions/shared/time.ts';
import { metered } from '../../bench/costs/metered.ts';
import { answers, emailOf, typedOf } from '../../support/applicants.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';
import { type MemoryRound, memoryRound } from '../../support/memory/memory-round.ts';

const now = instantSchema.parse('2027-01-20T00:00:00Z');
const reference = 'A-27H1-7K3Q-9MX4';

let at: MemoryRound;
beforeEach(async () => {
  at = await memoryRound(now, {}, { quick: true });
  const { id: roundId, version: roundVersion, closesAt } = at.round;
  const email = 'one@example.com';
  const given = { reference, roundId, roundVersion, lang: 'ko' as const, email, now, closesAt };
  await at.deps.commit({
    changes: [at.deps.applications.create({ ...newApplication(given), email: undefined, proved: undefined })],
    events: [{ subject: reference, type: 'MadeByTest', by: 'operator:test', at: now }],
  });
});

const stored = async (): Promise<Application> => {
  const found = await at.deps.applications.get(reference);
  if (!found) throw new Error('there is no application');
  return found;
};
const read = async () => ({ application: await stored(), draft: await at.deps.applications.draft(reference) });
const why = (motivation: string, more: Partial<Saving> = {}): Saving => ({
  page: 'why',
  typed: { motivation: [motivation] },
  shown: 0,
  lang: 'ko',
  ...more,
});
/** A database whose query sees its first item before something happens, and the others after it. */
function torn(db: Database, between: () => Promise<unknown>): Database {
  let isTorn = false;
  const answer = async (command: { readonly constructor: { readonly name: string } }): Promise<unknown> => {
    const query = (): Promise<unknown> => Reflect.apply(db.send.bind(db), db, [command]);
    if (isTorn || command.constructor.name !== 'QueryCommand') return query();
    isTorn = true;
    const { Items: [first] = [] } = itemsSchema.parse(await query());
    await between();
    const { Items: [, ...rest] = [] } = itemsSchema.parse(await query());
    return { Items: [first, ...rest] };
  };
  return new Proxy(db, { get: (of, name) => (name === 'send' ? answer : Reflect.get(of, name)) });
}
const itemsSchema = z.object({ Items: z.array(z.record(z.string(), z.unknown())).optional() });

const events = () => at.memory.plain('audit').length;
const save = async (saving: Saving, given?: Awaited<ReturnType<typeof read>>, round = at.round) =>
  savePage(at.deps, round, saving, now, given ?? (await read()));

describe('saving a page of a draft', () => {
  it('is one put, without event, outbox or application, and lives as long as the application', async () => {
    const calls: string[] = [];
    const { db, invoked } = metered(at.memory, (name) => calls.push(name));
    const deps = lazily({ ...everything(memoryTables, db) });
    const given = await read();
    const before = [events(), at.memory.plain('outbox').length, await stored()];
    await invoked('page', () => savePage(deps, at.round, why('하나'), now, given));
    expect(calls).toEqual(['Put']);
    expect([events(), at.memory.plain('outbox').length, await stored()]).toEqual(before);
    const item = at.memory.plain('applications').find(({ sk }) => sk === 'draft');
    expect(item).toMatchObject({ saves: 1, expiresAt: given.application.expiresAt });
    expect(Number(item?.expiresAt) * 1000).toBeGreaterThan(Date.parse(at.round.closesAt));
  });

  it('writes nothing if nothing has changed', async () => {
    await save(why('하나'));
    const writes = at.memory.writes();
    expect(await save(why('하나'))).toMatchObject({ kind: 'kept', draft: { saves: 1 } });
    expect(at.memory.writes()).toBe(writes);
  });

  it('keeps two pages that are saved in the same moment, and of two texts of one page the first', async () => {
    const given = await read();
    await save(why('하나'), given);
    const background = { page: 'background', typed: { years: ['3'] }, shown: 0, lang: 'ko' as const };
    expect(await save(background, given)).toMatchObject({ kind: 'kept', draft: { saves: 2 } });
    expect(await save(why('둘'), given)).toMatchObject({ kind: 'newer' });
    expect((await read()).draft.typed).toEqual({ why: { motivation: ['하나'] }, background: { years: ['3'] } });
  });

  it('takes a draft of the release before, which does not count its saves', async () => {
    const { applications } = at.deps;
    await save(why('하나'));
    const { saves: _, changed: __, ...old } = at.memory.plain('applications').find(({ sk }) => sk === 'draft') ?? {};
    await at.deps.commit({
      changes: [{ table: memoryTables.APPLICATIONS_TABLE, put: old, guard: { unguarded: true } }],
      events: [{ subject: reference, type: 'MadeByTest', by: 'operator:test', at: now }],
    });
    expect((await applications.draft(reference)).saves).toBe(0);
    expect(await save(why('둘'))).toMatchObject({ kind: 'kept', draft: { saves: 1 } });
  });

  it('goes by commit if the address, the language or the lifetime changes', async () => {
    const begun = events();
    await save(why('하나', { contact: 'haneul@example.com' }));
    await save(why('하나', { contact: 'haneul@example.com', lang: 'en' }));
    const closesAt = addMinutes(at.round.closesAt, 24 * 60);
    await save(why('둘', { shown: 1, lang: 'en' }), undefined, { ...at.round, closesAt });
    expect(events() - begun).toBe(3);
    const { application } = await read();
    expect(application).toMatchObject({ email: 'haneul@example.com', lang: 'en' });
    const kept = at.memory
      .plain('applications')
      .filter(({ pk, sk }) => sk === 'draft' || String(pk).startsWith('contact#'));
    expect(kept.map(({ expiresAt }) => expiresAt)).toEqual([application.expiresAt, application.expiresAt]);
    expect(application.expiresAt).toBe(Math.floor(Date.parse(closesAt) / 1000) + 90 * 86_400);
  });

  it('does not bring back the words of who was erased meanwhile', async () => {
    const given = await read();
    await save(why('하나'), given);
    const late = await read();
    await eraseApplication({ ...at.deps, erasing: [] }, reference, { by: 'operator:test', reason: 'asked' }, now);
    await expect(save(why('둘', { shown: 1 }), late)).rejects.toThrow('the application is gone');
    expect((await read()).draft.typed).toEqual({});
  });

  it.each(['page', 'form'] as const)(
    'does not keep words for who is erased between the two items of one query (%s)',
    async (how) => {
      await save(why('하나'));
      const given = await read();
      const erase = () =>
        eraseApplication({ ...at.deps, erasing: [] }, reference, { by: 'operator:test', reason: 'asked' }, now);
      const { applications } = everything(memoryTables, torn(at.memory.db, erase));
      const deps = { applications: applications(), commit: at.deps.commit };
      const seen = how === 'page' ? await deps.applications.withDraft(reference) : given;
      if (how === 'page') expect([seen.application?.erasedAt, seen.draft.typed]).toEqual([now, {}]);
      else {
        await save(why('둘', { shown: 1 }));
        await expect(savePage(deps, at.round, why('셋', { shown: 9 }), now, given)).rejects.toThrow('gone');
      }
      expect((await read()).draft.typed).toEqual({});
    },
  );

  it('in the moment of sending is either sent or keeps it from being sent', async () => {
    const form = answers();
    const typed = typedOf(at.round, form);
    await proveAddress(at.deps, at.round, await stored(), emailOf(form), now);
    for (const [page, one] of Object.entries(typed)) await save({ page, typed: one, shown: 99, lang: 'ko' });
    const { answers: checked } = checkPages(pagesOf(at.round), typed, 'ko');
    if (!checked) throw new Error('the form is not complete');
    const given = await read();
    await save(why('나중에 고친 글', { shown: 99 }));
    const sending = { reference, version: 1, answers: checked, typed, lang: 'ko' as const };
    const deps = lazily({ ...everything(memoryTables, at.memory.db) });
    expect(await sendApplication(deps, at.round, sending, now, given)).toMatchObject({ kind: 'changed' });
    expect((await stored()).version).toBe(0);
    expect((await read()).draft.typed.why).toEqual({ motivation: ['나중에 고친 글'] });
  });
});
