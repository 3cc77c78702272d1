import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { followPeople } from '../../../functions/people-changes/follow-people.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { seoulDateOf } from '../../../functions/shared/time.ts';
import type { Academy } from '../../support/academy.ts';
import { answers, apply, mailsTo } from '../../support/applicants.ts';
import { eventually } from '../../support/eventually.ts';
import { openRequest, press, tooYoung, withOfficer } from '../../support/intake/intake.ts';
import { memoryAcademy } from '../../support/memory/memory-academy.ts';
import { demoPeople, loadDemoPeople } from '../../support/people/demo-people.ts';
import { requestLink } from '../../support/requests/asked-by-mail.ts';
import { visitor } from '../../support/visitor.ts';

let at: Academy;
let round: Round;
beforeAll(async () => {
  at = await memoryAcademy();
  round = await at.round();
}, 120_000);

const rows = demoPeople();
const [minji, junho] = ['kim-minji', 'lee-junho'];
const load = (change: Parameters<typeof loadDemoPeople>[2] = {}) => loadDemoPeople(at, at.now(), change);
const follow = () => followPeople(at, { people: rows.map(({ id }) => id), by: 'operator:test' }, at.now());
const opened = async (link: string) => (await visitor(at.baseUrl, { lang: 'en' }).get(link)).status;

beforeEach(async () => {
  await load();
  await follow();
});
afterEach(() => load());

describe('an officer whose role is taken away', () => {
  it('opens what they were asked no more and decides nothing; it goes to the deputy', async () => {
    const { request, link } = await withOfficer(at, round);
    expect(await opened(link)).toBe(200);
    await load({ [minji]: { roles: [] } });
    expect(await opened(link)).toBe(403);
    expect((await press(at, link, { outcome: 'ACCEPT' })).status).toBe(403);
    expect(await at.requests.get(request.id)).toMatchObject({ state: 'OPEN', assignee: { person: minji } });

    expect(await follow()).toMatchObject({ passed: 1, stranded: [] });
    expect(await at.requests.get(request.id)).toMatchObject({ assignee: { person: junho }, generation: 2 });
    expect(await opened(await requestLink(at, request.id, 'junho.lee@academy.example.kr'))).toBe(200);
    expect(await opened(link)).toBe(403);
    expect(await follow()).toMatchObject({ passed: 0 });
  });

  it('does not open it again when the role is given back: a link is mailed then', async () => {
    const { request, link } = await withOfficer(at, round);
    await load({ [minji]: { roles: ['institution'] } });
    await load();
    expect(await opened(link)).toBe(410);
    await follow();
    const later = await eventually('another link', async () => {
      const last = await requestLink(at, request.id, 'minji.kim@academy.example.kr');
      return last === link ? undefined : last;
    });
    expect(await opened(later)).toBe(200);
  });

  it('is not asked anew: the deputy is, at once', async () => {
    await load({ [minji]: { roles: [] } });
    const { reference } = await apply(at, round, answers(tooYoung));
    expect(await openRequest(at, reference)).toMatchObject({
      assignee: { person: junho },
      held: [{ why: 'absent' }],
    });
  });

  it('leaves it with nobody if nobody else may decide, and that is said', async () => {
    const { request } = await withOfficer(at, round);
    const nobody = { roles: [] };
    await load({ [minji]: nobody, [junho]: nobody, 'park-sora': nobody });
    expect(await follow()).toMatchObject({ passed: 0, stranded: expect.arrayContaining([request.id]) });
    await load({ [minji]: nobody });
    expect(await follow()).toMatchObject({ stranded: [] });
    expect(await at.requests.get(request.id)).toMatchObject({ assignee: { person: junho } });
  });
});

describe('an officer whose address changes', () => {
  const email = 'minji.kim@seoul-fintech.example.kr';

  it('decides by the link that is mailed to the new address, and by none of before', async () => {
    const { request, link } = await withOfficer(at, round);
    await load({ [minji]: { email } });
    expect(await opened(link)).toBe(410);
    expect((await press(at, link, { outcome: 'ACCEPT' })).status).toBe(410);
    const { mailed } = await follow();
    expect(mailed).toBeGreaterThanOrEqual(1);
    const later = await requestLink(at, request.id, email);
    expect(await opened(later)).toBe(200);
    expect((await mailsTo(at, email)).filter(({ text }) => text.includes(request.id))).toHaveLength(1);
    expect(await follow()).toMatchObject({ mailed: 0 });
    expect(await opened(link)).toBe(410);
  });

  it('keeps the links if only its letters are written otherwise', async () => {
    const { link } = await withOfficer(at, round);
    await load({ [minji]: { email: 'Minji.Kim@Academy.Example.kr' } });
    expect(await opened(link)).toBe(200);
    expect(await follow()).toMatchObject({ mailed: 0 });
  });
});

describe('a link', () => {
  it('opens nothing below the pages of another capability', async () => {
    const { link } = await withOfficer(at, round);
    for (const other of ['seats', 'results', 'committee']) {
      expect([other, await opened(link.replace('/r/intake/', `/r/${other}/`))]).toEqual([other, 404]);
    }
  });
});

describe('an officer and a deputy who are both away', () => {
  it('are not asked: whoever is next and here is, at once', async () => {
    const today = seoulDateOf(at.now());
    const absences = [{ from: today, to: today }];
    await load({ [minji]: { absences }, [junho]: { absences } });
    const { reference } = await apply(at, round, answers(tooYoung));
    const request = await openRequest(at, reference);
    expect(request).toMatchObject({ assignee: { person: 'park-sora' }, held: [{ why: 'absent' }] });
    expect(await opened(await requestLink(at, request.id, 'sora.park@academy.example.kr'))).toBe(200);
  });
});
