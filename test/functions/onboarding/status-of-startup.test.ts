import { describe, expect, it } from 'vitest';
import { openHolderNames } from '../../../functions/app/holder-names.ts';
import { keepSession } from '../../../functions/applications/keep-session.ts';
import { keepCredential } from '../../../functions/applications/pages/context.ts';
import { withdrawApplication } from '../../../functions/applications/withdraw-application.ts';
import { residencyChecklists } from '../../../functions/onboarding/checklist-owner.ts';
import { residencyDocumentOwners } from '../../../functions/onboarding/document-owner.ts';
import { changedResidency } from '../../../functions/residencies/residency.ts';
import { Refused } from '../../../functions/shared/errors.ts';
import { addDays } from '../../../functions/shared/time.ts';
import { allotSpace, decideAndStore } from '../../../functions/spaces/decide-space.ts';
import { namesIn } from '../../../functions/spaces/holder-names.ts';
import { occupancyOn } from '../../../functions/spaces/occupancy.ts';
import { spacesCsv } from '../../../functions/spaces/pages/spaces-csv.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';
import { memoryRoutes } from '../../support/memory/memory-pages.ts';
import { moment } from '../../support/moment.ts';
import { firstDay, onboardingWorld } from '../../support/onboarding/onboarding-world.ts';

const acceptedAt = moment('2027-04-16T10:00+09:00');
const mac = async () => 'mac';

type World = Awaited<ReturnType<typeof onboardingWorld>>;

/** The browser of the startup, after it has opened a link of its mails. */
async function browserOf(world: World) {
  const { deps, id } = world;
  const routes = memoryRoutes({
    db: world.db,
    baseUrl: 'http://localhost:3000',
    sign: mac,
    verify: async () => true,
    signCode: mac,
    codesAnHour: 9,
  });
  const application = await deps.applications.get(id);
  const round = application && (await deps.rounds.current(application.roundId));
  if (!application || !round) throw new Error('there is no application');
  const { secret } = await keepSession(deps, round, application, world.now());
  const [pair = ''] = keepCredential({ secure: false }, { kind: 'session', reference: id, secret }).split(';');
  const [name = '', value = ''] = pair.split('=');
  const visit =
    (method: 'GET' | 'POST') =>
    (path: string, form: Readonly<Record<string, string>> = {}) => {
      const route = routes.find((one) => one.path === path && one.method === method);
      if (!route) throw new Error(`nothing answers ${path}`);
      return route.page({
        method,
        path,
        params: {},
        query: {},
        form: new Map(Object.entries({ application: id, ...form }).map(([field, text]) => [field, [text]])),
        cookies: { [name]: value },
        lang: 'en',
        source: 'test',
        now: world.now(),
      });
    };
  return { get: visit('GET'), post: visit('POST') };
}

/** Puts a residency where a test needs it. */
async function moveIn(world: World): Promise<void> {
  const { deps, id } = world;
  const was = await world.present();
  world.at(moment('2027-05-10T09:00+09:00'));
  await deps.commit({
    changes: [deps.residencies.save(changedResidency(was, world.now(), {}, 'begin'), was)],
    events: [{ subject: id, type: 'ResidencyBegun', by: 'system:test', at: world.now() }],
  });
}

async function allot(world: World): Promise<void> {
  const { deps, id } = world;
  const holder = { kind: 'residency', id };
  const period = { from: firstDay, to: addDays(firstDay, 365) };
  await decideAndStore(deps, () =>
    allotSpace(deps.spaces, { space: 'annex-301', holder, ...period, by: 'person:test' }, world.now()),
  );
}

describe('the status page of a startup', () => {
  it('says what is next, and leads to what is asked; the page of the residency, of each document why it came back', async () => {
    const world = await onboardingWorld({ acceptedAt });
    await world.step('ask-for-documents');
    await world.document('insurance', 'ACCEPTED');
    await world.document('register-extract', 'RETURNED');
    const { get } = await browserOf(world);
    const { body } = await get('/application');
    expect(body).toContain('Send your documents by the time below.');
    expect(body).toContain('Friday, 23 April 2027, 18:00');
    expect(body).toContain('href="/application/documents"');
    expect(body).toContain('href="/residency"');
    expect(body).not.toContain('Accepted: there is nothing for you to do');
    const own = await get('/residency');
    expect(own.body).toContain('Accepted: there is nothing for you to do');
    expect(own.body).toContain('Returned: please change it');
    expect(own.body).toMatch(/issued too long ago/u);
    await world.document('register-extract', 'CLEAN');
    const sent = await get('/application');
    expect(sent.body).toContain('The lab manager checks your documents');
    expect(sent.body).not.toContain('href="/application/documents"');
  });

  it('says whose signature, which space and how much of the list is done, as each is under way', async () => {
    const world = await onboardingWorld({ acceptedAt });
    const { deps, id } = world;
    await world.step('ask-for-documents');
    for (const slot of ['register-extract', 'insurance']) await world.document(slot, 'ACCEPTED');
    await deps.commit({
      changes: [
        deps.residencies.save(
          changedResidency(await world.present(), world.now(), { documentsAcceptedAt: world.now() }),
          await world.present(),
        ),
      ],
      events: [{ subject: id, type: 'OnboardingNews', by: 'system:test', at: world.now() }],
    });
    const { get } = await browserOf(world);
    expect((await get('/application')).body).toContain('We prepare the agreement');
    await world.step('ask-for-signatures');
    const signing = await get('/application');
    expect(signing.body).toContain('The agreement waits for its signatures');
    expect(signing.body).toContain('Who signs next');
    for (let signer = 0; signer < 2; signer += 1) await world.sign();
    expect((await get('/application')).body).toContain('We allot your space');
    await allot(world);
    await world.step('prepare-services');
    const { body } = await get('/application');
    expect(body).toContain('Annex 3F annex-301');
    expect(body).toContain('We prepare what you need to move in');
    expect(body).toMatch(/0 of \d+ done/u);
    expect((await get('/residency')).body).toContain(`href="/checklists/services--residency--${id}"`);
    expect(body).not.toContain('href="/application/documents"');
    await world.services();
    expect((await get('/application')).body).toContain('See you on the first day');
  });

  it('offers no withdrawal once it has moved in, and takes none: it leads to where notice is given', async () => {
    const world = await onboardingWorld({ acceptedAt });
    await allot(world);
    const before = await browserOf(world);
    const offered = (await before.get('/application')).body;
    for (const said of ['href="/application/withdraw"', 'give up your place below']) expect(offered).toContain(said);
    await moveIn(world);
    const { get, post } = await browserOf(world);
    const { body } = await get('/application');
    for (const said of ['/application/withdraw', 'give up your place below']) expect(body).not.toContain(said);
    expect(body).toContain('how to change or end the contract');
    expect((await get('/residency')).body).toContain('href="/residency/notice"');
    expect(await get('/application/withdraw')).toMatchObject({ status: 303 });
    await expect(post('/application/withdraw')).rejects.toThrow(Refused);
    await expect(withdrawApplication(world.deps, world.id, world.now())).rejects.toThrow(Refused);
    expect((await world.deps.applications.get(world.id))?.state).toBe('ACCEPTED');
    expect((await world.deps.spaces.get('annex-301'))?.holdings).toHaveLength(1);
  });
});

describe('the page for documents in the browser of a startup', () => {
  it('is where its documents lead back to, and takes the word that all are there', async () => {
    const world = await onboardingWorld({ acceptedAt });
    const { deps, id } = world;
    await world.step('ask-for-documents');
    const owner = residencyDocumentOwners({ ...deps, verifyLink: async () => true, secure: false }).residency;
    const asked = await owner?.asked(id, world.now());
    expect(asked?.back?.href).toBe('/application/documents');
    const { get, post } = await browserOf(world);
    expect((await get('/application/documents')).body).toContain('All are there: ask us to check them');
    expect(await post('/application/documents', { answer: 'send' })).toMatchObject({ status: 422 });
    for (const slot of ['register-extract', 'insurance']) await world.document(slot, 'CLEAN');
    expect(await post('/application/documents', { answer: 'send' })).toMatchObject({ status: 303 });
    const after = await get('/application/documents');
    expect(after.body).toContain('We have your documents');
    expect(after.body).toContain('href="/application"');
    expect(await post('/application/documents', { answer: 'send' })).toMatchObject({ status: 200 });
  });

  it('leads to the status page when nothing is asked', async () => {
    const world = await onboardingWorld({ acceptedAt });
    const { get } = await browserOf(world);
    expect(await get('/application/documents')).toMatchObject({ status: 303, headers: { Location: '/application' } });
  });
});

describe('what the staff is told of a residency', () => {
  it('is its name beside its space, on the page and in the file; none of one that is erased or unknown', async () => {
    const world = await onboardingWorld({ acceptedAt });
    const { deps, id } = world;
    await allot(world);
    const spaces = await deps.spaces.all();
    const nameOf = await namesIn(openHolderNames(memoryTables, world.db)(), spaces);
    const { startup } = await world.present();
    expect(nameOf({ kind: 'residency', id })).toBe(startup.name);
    expect(nameOf({ kind: 'residency', id: 'no-such' })).toBeUndefined();
    expect(nameOf({ kind: 'other', id })).toBeUndefined();
    const rows = occupancyOn(spaces, firstDay, firstDay);
    expect(spacesCsv(rows, { date: firstDay, nameOf }, 'ko')).toContain(startup.name);
    expect((await namesIn({}, spaces))({ kind: 'residency', id })).toBeUndefined();
  });

  it('is the name of the startup with its space, and the contact of its round', async () => {
    const world = await onboardingWorld({ acceptedAt });
    const { deps, id } = world;
    const owner = residencyChecklists({ ...deps, verifyLink: async () => true, secure: false }).residency;
    const { startup } = await world.present();
    expect((await owner?.told(id, world.now()))?.title.ko).toBe(startup.name);
    await allot(world);
    const told = await owner?.told(id, world.now());
    expect(told?.title.en).toBe(`${startup.name} · Annex 3F annex-301`);
    expect(told?.contactOf?.ko).toBe('시연');
    expect(told?.contact?.email).toContain('@');
  });
});
