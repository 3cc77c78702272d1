import { describe, expect, it } from 'vitest';
import { kinds } from '../../../functions/app/kinds.ts';
import type { Changes } from '../../../functions/contracts/addendum.ts';
import { typedNow } from '../../../functions/contracts/addendum-form.ts';
import { askForAddendum } from '../../../functions/contracts/ask-addendum.ts';
import { beginAddendum } from '../../../functions/contracts/begin-addendum.ts';
import { addendumAtDesk, changeForStartup } from '../../../functions/contracts/pages/addendum-pages.tsx';
import { addendumPaths } from '../../../functions/contracts/pages/contracts-paths.ts';
import { newSession } from '../../../functions/sessions/session.ts';
import type { PageRequest, PageResponse } from '../../../functions/shared/pages/request.ts';
import { localDateSchema } from '../../../functions/shared/time.ts';
import { allotSpace, decideAndStore } from '../../../functions/spaces/decide-space.ts';
import { type ContractsWorld, contractsWorld } from '../../support/contracts/contracts-world.ts';
import { memoryRoutes } from '../../support/memory/memory-pages.ts';

const mac = async () => 'mac';
const manager = 'kwon-dahye';
const reason = '인원이 늘었습니다.';

type Given = Readonly<Record<string, string>>;

const requestOf = (world: ContractsWorld, path: string, form?: Given): PageRequest => ({
  method: form ? 'POST' : 'GET',
  path,
  params: {},
  query: {},
  form: new Map(Object.entries(form ?? {}).map(([field, text]) => [field, [text]])),
  cookies: {},
  lang: 'en',
  source: 'test',
  now: world.now(),
});

/** The page of a request, as the manager's link opens it. */
async function requestPage(world: ContractsWorld, kind: string, subject?: string, form?: Given): Promise<PageResponse> {
  const routes = memoryRoutes({
    db: world.db,
    baseUrl: 'http://localhost:3000',
    sign: mac,
    verify: async () => true,
    signCode: mac,
    codesAnHour: 9,
  });
  const { id } = await world.requestOf(kind, subject);
  const path = '/r/contracts/{request}/{mac}';
  const route = routes.find((one) => one.path === path && one.method === (form ? 'POST' : 'GET'));
  if (!route) throw new Error(`nothing answers ${path}`);
  return route.page({ ...requestOf(world, `/r/contracts/${id}/mac`, form), params: { request: id, mac: 'mac' } });
}

async function atDesk(world: ContractsWorld, form?: Given): Promise<PageResponse> {
  const person = await world.deps.people.get(manager);
  if (!person) throw new Error('nobody looks after the Lab');
  const path = addendumPaths.desk(world.id);
  return addendumAtDesk(
    { ...world.deps, kinds },
    {
      desk: {
        person,
        session: newSession({ of: `person#${manager}`, secret: 'x', begunBy: 'code' }, world.now()),
        links: [],
      },
      residency: await world.present(),
      request: requestOf(world, path, form),
      path,
      back: `/desk/residencies/${world.id}`,
    },
  );
}

const ofStartup = async (world: ContractsWorld, form?: Given): Promise<PageResponse> =>
  changeForStartup(
    { ...world.deps, kinds },
    {
      by: 'applicant',
      residency: await world.present(),
      request: requestOf(world, addendumPaths.own, form),
      path: addendumPaths.own,
      back: '/residency',
    },
  );

/** What the form shows now, with something typed over it. */
const typedOver = async (world: ContractsWorld, change: Given): Promise<Given> => ({
  ...Object.fromEntries(Object.entries(typedNow(await world.present())).map(([name, [text = '']]) => [name, text])),
  reason,
  ...change,
});

const ask = (world: ContractsWorld, changes: Changes) =>
  askForAddendum({ ...world.deps, kinds }, { residency: world.id, changes, by: 'applicant', reason }, world.now());

describe('the page on which a manager begins an addendum', () => {
  it('shows what holds now, asks if the changes are meant, and begins it', async () => {
    const world = await contractsWorld();
    const { startup } = await world.present();
    expect((await atDesk(world)).body).toContain(startup.name);
    const form = await typedOver(world, { desks: '6' });
    const sure = await atDesk(world, form);
    expect(sure.status).toBe(200);
    for (const said of ['before: 4', 'after: 6', 'has 4 desks, and 6 will be needed', reason]) {
      expect(sure.body).toContain(said);
    }
    expect(await world.deps.residencyEvents.of(world.id)).toEqual([]);
    const done = await atDesk(world, { ...form, confirm: 'yes' });
    expect(done).toMatchObject({ status: 303, headers: { Location: `/desk/residencies/${world.id}` } });
    expect((await world.event(`${world.id}-D1`)).change).toEqual({ for: 'addendum', desks: 6, reason });
    expect((await atDesk(world)).body).toContain('An addendum is being signed');
    expect((await atDesk(world, { ...form, confirm: 'yes' })).status).toBe(409);
  });

  it('says who signs if somebody else represents the startup', async () => {
    const world = await contractsWorld();
    const sure = await atDesk(world, await typedOver(world, { representative: '정가을' }));
    expect(sure.body).toContain('The new representative signs');
  });

  it.each([
    [{}, 'Nothing is different'],
    [{ number: '123-45-67892' }, 'this is not a business registration number'],
    [{ number: '', position: '공동 대표 이사' }, 'Enter the registration number'],
    [{ name: '새봄🌱' }, 'cannot be printed'],
    [{ email: 'saebom' }, 'email address in the correct format'],
    [{ desks: '99' }, 'enter a whole number between 1 and 12'],
    [{ desks: '6', reason: '' }, 'Write why it changes'],
    [{ representative: '' }, 'Enter the name of the representative'],
  ] satisfies [Given, string][])('says what is wrong with %o and keeps what was typed', async (change, said) => {
    const world = await contractsWorld();
    const page = await atDesk(world, await typedOver(world, change));
    expect(page.status).toBe(422);
    expect(page.body).toContain(said);
    for (const typed of Object.values(change)) expect(page.body).toContain(typed);
    expect(await world.deps.residencyEvents.of(world.id)).toEqual([]);
  });
});

describe('the page on which a startup asks for a change', () => {
  it('sends it to the manager, once', async () => {
    const world = await contractsWorld();
    const form = await typedOver(world, { name: '새봄페이먼츠' });
    expect((await ofStartup(world, form)).body).toContain('Ask for this change?');
    expect(await ofStartup(world, { ...form, confirm: 'yes' })).toMatchObject({
      status: 303,
      headers: { Location: '/residency' },
    });
    expect((await world.requestOf('addendum-request')).assignee).toEqual({ person: manager });
    expect((await ofStartup(world)).body).toContain('The lab manager is looking at the change');
    expect((await ofStartup(world, { ...form, confirm: 'yes' })).status).toBe(409);
  });
});

describe('the page of a change that a startup asks for', () => {
  it('says what changes, and that the space has too few desks; it begins once it is accepted', async () => {
    const world = await contractsWorld();
    await ask(world, { desks: 6 });
    const shown = await requestPage(world, 'addendum-request');
    for (const said of ['before: 4', 'after: 6', 'has 4 desks', reason]) expect(shown.body).toContain(said);
    expect(shown.access).toEqual({ account: manager, of: world.id, task: 'addendum-request' });
    const chosen = { outcome: 'CONFIRM', reason: '' };
    expect((await requestPage(world, 'addendum-request', world.id, chosen)).body).toContain('You cannot undo this');
    const { status } = await requestPage(world, 'addendum-request', world.id, { ...chosen, confirm: 'yes' });
    expect(status).toBe(303);
    expect((await world.event(`${world.id}-D1`)).state).toBe('OPEN');
  });

  it('wants a reason for a refusal', async () => {
    const world = await contractsWorld();
    await ask(world, { desks: 6 });
    const refused = { outcome: 'REFUSE', reason: '' };
    expect((await requestPage(world, 'addendum-request', world.id, refused)).status).toBe(422);
    const why = { ...refused, reason: '빈 공간이 없습니다.', confirm: 'yes' };
    expect((await requestPage(world, 'addendum-request', world.id, why)).status).toBe(303);
    expect((await world.present()).changeAsked).toBeUndefined();
  });

  it('tells a manager who has begun another meanwhile', async () => {
    const world = await contractsWorld();
    await ask(world, { desks: 6 });
    const given = { residency: world.id, changes: { position: '공동 대표' }, by: `person:${manager}`, reason };
    await beginAddendum(world.deps, given, world.now());
    const chosen = { outcome: 'CONFIRM', reason: '', confirm: 'yes' };
    const page = await requestPage(world, 'addendum-request', world.id, chosen);
    expect(page.status).toBe(409);
    expect(page.body).toContain('An addendum is being signed');
  });
});

describe('the page for the space of an extension', () => {
  async function lacking(): Promise<ContractsWorld> {
    const world = await contractsWorld();
    const [from, to] = [localDateSchema.parse('2028-06-01'), localDateSchema.parse('2029-05-31')];
    const holder = { kind: 'residency', id: 'S-27H2-AAAA-AAAA' };
    await decideAndStore(world.deps, () =>
      allotSpace(world.deps.spaces, { space: 'annex-301', holder, from, to, by: 'x' }, world.now()),
    );
    const { id } = world;
    await world.extend();
    await world.signedByBoth(`${id}-X2`);
    await world.step('put-in-force', `${id}-X2`);
    return world;
  }

  it('says what to do if none fits', async () => {
    const world = await lacking();
    const shown = await requestPage(world, 'extension-space', `${world.id}-X2`);
    expect(shown.body).toContain('10 May 2028');
    const { needsAccess } = await world.present();
    // The others are not reached without steps.
    expect(shown.body).toContain(needsAccess ? 'No space is free' : 'Choose a space');
  });

  it('does not allot what is not offered, or was taken meanwhile', async () => {
    const world = await lacking();
    const taken = await requestPage(world, 'extension-space', `${world.id}-X2`, { space: 'annex-301', confirm: 'yes' });
    expect(taken.status).toBe(409);
    expect((await world.requestOf('extension-space', `${world.id}-X2`)).state).toBe('OPEN');
  });
});
