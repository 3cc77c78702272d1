import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseworkRoles, maySeeRound, maySeeRounds, seesDocuments } from '../../../functions/casework/may-see.ts';
import { roundInterests } from '../../../functions/casework/round-interests.ts';
import { personSchema } from '../../../functions/people/person.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { answers, apply } from '../../support/applicants.ts';
import { addPeople } from '../../support/casework/more-people.ts';
import { signIn } from '../../support/desk/sign-in.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { changeRound } from '../../support/rounds/change-round.ts';
import type { Visitor } from '../../support/visitor.ts';

describe('who looks after a round', () => {
  it.each([
    [['academy-manager'], ['academy', 'pilot']],
    [['lab-manager'], ['lab']],
    [
      ['academy-manager', 'lab-manager'],
      ['academy', 'lab', 'pilot'],
    ],
    [['operator'], ['academy', 'lab', 'pilot']],
    [['reviewer', 'committee', 'intake-officer', 'institution', 'signatory', 'checklist-manager'], []],
    [[], []],
  ])('with the roles %j sees those of %j', (roles, programmes) => {
    const seen = (['academy', 'lab', 'pilot'] as const).filter((programme) => maySeeRound({ roles }, { programme }));
    expect(seen).toEqual(programmes);
    expect(maySeeRounds({ roles })).toBe(programmes.length > 0);
    expect(caseworkRoles.some((role) => roles.includes(role))).toBe(programmes.length > 0);
  });
});

describe('rounds of two programmes', () => {
  let at: MemoryAcademy;
  let course: Round;
  let lab: Round;
  let reference: string;
  const desks: Record<'academy' | 'lab' | 'operator', Visitor | undefined> = {
    academy: undefined,
    lab: undefined,
    operator: undefined,
  };
  const emails = {
    academy: 'sora.park@academy.example.kr',
    lab: 'dahye.kwon@lab.example.kr',
    operator: 'yuna.choi@academy.example.kr',
  };

  beforeAll(async () => {
    at = await memoryAcademy();
    [course, lab] = await Promise.all([at.round({}, { admission: true }), at.round({}, { admission: true })]);
    ({ reference } = await apply(at, lab, answers({ background: { organisation: '가온은행' } })));
    await changeRound(at, lab, { programme: 'lab' });
    lab = (await at.rounds.current(lab.id)) ?? lab;
    expect(lab.programme).toBe('lab');
    await addPeople(at, [
      { id: 'lab-of-gaon', email: 'gaon@lab.example.kr', roles: ['lab-manager'], affiliations: ['가온은행'] },
    ]);
    for (const name of ['academy', 'lab', 'operator'] as const) {
      desks[name] = (await signIn(at, emails[name])).browser;
    }
  });
  afterAll(() => at.close());

  it.each([
    ['academy', true, false],
    ['lab', false, true],
    ['operator', true, true],
  ] as const)('are shown at the desk of %s: the course %s, the Lab %s', async (name, seesCourse, seesLab) => {
    const desk = desks[name];
    expect((await desk?.get('/desk'))?.html).toContain('href="/desk/rounds"');
    const all = await desk?.get('/desk/rounds');
    expect(all?.status).toBe(200);
    for (const [round, sees] of [
      [course, seesCourse],
      [lab, seesLab],
    ] as const) {
      expect(all?.html.includes(`/desk/rounds/${round.id}"`)).toBe(sees);
      for (const path of ['', '/applications', '/conflicts']) {
        const page = await desk?.get(`/desk/rounds/${round.id}${path}`);
        expect([path, page?.status]).toEqual([path, sees ? 200 : 403]);
      }
    }
    const search = await desk?.post(`/desk/rounds/${lab.id}/applications/search`, { q: reference });
    expect(search?.text.includes('해당 사업의 책임자')).toBe(!seesLab);
    const found = await desk?.get(`/desk/rounds/${lab.id}/applications/${reference}`);
    expect(found?.status).toBe(seesLab ? 200 : 403);
    const file = await desk?.post(`/desk/rounds/${lab.id}/applications/csv`, {});
    expect(file?.html.includes(reference)).toBe(seesLab);
  });

  it('show what was sent with an application to the managers of their programme alone', async () => {
    const application = await at.application(reference);
    const sees = async (...roles: string[]) => {
      const person = { id: 'somebody', name: '이누구', email: 'somebody@lab.example.kr', lang: 'ko', absences: [] };
      const read = personSchema.parse({ ...person, roles, revision: 1, at: at.now() });
      return seesDocuments(at)(application, lab, read);
    };
    expect([await sees('lab-manager'), await sees('operator'), await sees('academy-manager'), await sees()]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('keep a manager of the Lab from whoever is of their own organisation, and say so among the conflicts', async () => {
    const { browser } = await signIn(at, 'gaon@lab.example.kr');
    const list = await browser.get(`/desk/rounds/${lab.id}/applications`);
    expect(list.status).toBe(200);
    expect(list.html).not.toContain(`/applications/${reference}"`);
    const { found, deciding } = await roundInterests(at, lab);
    expect(found.map(({ person }) => person)).toContain('lab-of-gaon');
    expect(deciding.get('lab-of-gaon')?.roles).toEqual(['lab-manager']);
    expect((await roundInterests(at, course)).deciding.has('lab-of-gaon')).toBe(false);
  });
});
