import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { kinds } from '../../../functions/app/kinds.ts';
import { askForAddendum } from '../../../functions/contracts/ask-addendum.ts';
import { anotherSpaceAsked } from '../../../functions/contracts/extension-space.ts';
import { askForEnd } from '../../../functions/exits/ask-for-end.ts';
import { residencyLists } from '../../../functions/onboarding/checklist-owner.ts';
import { residencyDocumentOwners } from '../../../functions/onboarding/document-owner.ts';
import { assigneeId } from '../../../functions/requests/request.ts';
import { type Residency, residencyKind } from '../../../functions/residencies/residency.ts';
import { residencyInterests } from '../../../functions/residencies/residency-interests.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { loadDemoPeople } from '../../support/people/demo-people.ts';
import { requestLink } from '../../support/requests/asked-by-mail.ts';
import { endingIn, storedResidency } from '../../support/residency-events/stored-residencies.ts';
import { visitor } from '../../support/visitor.ts';

let at: MemoryAcademy;
let residency: Residency;
let name: string;
beforeAll(async () => {
  at = await memoryAcademy();
});
afterAll(() => at.close());

const load = (change: Parameters<typeof loadDemoPeople>[2] = {}) => loadDemoPeople(at, at.now(), change);
afterEach(() => load());

const startup = async (): Promise<void> => {
  const stored = await storedResidency(at, { firstDay: endingIn(at, 100) });
  ({ residency, name } = stored);
};
const interested = () => ({ affiliations: [name] });
const reason = '인원이 늘었습니다.';

/** What somebody of the staff may be asked about the startup, by kind. */
const asks = {
  'addendum-request': async () => {
    const given = { residency: residency.id, changes: { desks: 6 }, by: 'applicant', reason };
    expect((await askForAddendum(at, given, at.now())).kind).toBe('asked');
  },
  'extension-space': async () => {
    const space = await anotherSpaceAsked(at, residency, `${residency.id}-X2`, at.now());
    const [first, ...more] = space.events;
    if (first) await at.commit({ ...space, events: [first, ...more] });
  },
  'end-confirmation': async () => {
    const given = { residency: residency.id, by: 'kwon-dahye', reason, shown: 0 };
    expect((await askForEnd(at, given, at.now())).kind).toBe('asked');
  },
} as const;
const asked = async (kind: keyof typeof asks) => {
  const subject = kind === 'extension-space' ? `${residency.id}-X2` : residency.id;
  const all = await Promise.all((await at.requests.ofSubject(subject)).map((id) => at.requests.get(id)));
  const found = all.find((one) => one?.kind === kind && one.state === 'OPEN');
  if (!found) throw new Error(`${kind} is not open`);
  return found;
};

/** Who is asked first, with their deputy, by the kind. */
const named = {
  'addendum-request': ['kwon-dahye', 'nam-gihoon'],
  'extension-space': ['kwon-dahye', 'nam-gihoon'],
  'end-confirmation': ['han-jiyoon', 'yang-doyun'],
} as const;
const addressOf = async (id: string): Promise<string> => (await at.people.get(id))?.email ?? '';

describe.each(['addendum-request', 'extension-space', 'end-confirmation'] as const)('%s', (kind) => {
  const [first, deputy] = named[kind];

  it('is asked of the deputy, if who is named has an interest in the startup', async () => {
    await startup();
    await load({ [first]: interested() });
    await asks[kind]();
    expect((await asked(kind)).assignee).toEqual({ person: deputy });
  });

  it('is shown to nobody who has come to have one: they can only hand it over, to somebody without', async () => {
    await startup();
    await asks[kind]();
    const { id, assignee } = await asked(kind);
    expect(assigneeId(assignee)).toBe(first);
    const link = await requestLink(at, id, await addressOf(first));
    const browser = visitor(at.baseUrl, { lang: 'ko' });
    const before = await browser.get(link);
    expect([before.status, before.text.includes(name)]).toEqual([200, true]);
    await load({ [first]: interested(), [deputy]: interested() });
    const page = await browser.get(link);
    expect([page.status, page.html.includes(name)]).toEqual([403, false]);
    expect(page.text).toContain('이해관계가 있어 결정하실 수 없는 요청입니다');
    const answer = await browser.post(link, { outcome: 'CONFIRM', space: 'lab-1', confirm: 'yes' });
    expect([answer.status, answer.html.includes(name)]).toEqual([403, false]);
    expect((await at.requests.get(id))?.state).toBe('OPEN');
    expect((await browser.post(`${link}/hand-over`, { to: deputy })).status).toBe(422);
    await load({ [first]: interested() });
    expect((await browser.post(`${link}/hand-over`, { to: deputy })).status).toBe(410);
    const others = visitor(at.baseUrl, { lang: 'en' });
    const moved = await others.get(await requestLink(at, id, await addressOf(deputy)));
    expect([moved.status, moved.text.includes(name)]).toEqual([200, true]);
  });
});

describe('what belongs to a residency', () => {
  it('is seen by who looks after it, and by nobody of them who has an interest in the startup', async () => {
    await startup();
    const reach = { ...at, verifyLink: async () => false, secure: false };
    const documents = residencyDocumentOwners(reach)[residencyKind];
    const lists = residencyLists(reach);
    const seen = async () => {
      const [manager, director, doer] = await Promise.all(
        ['kwon-dahye', 'han-jiyoon', 'han-sejin'].map((id) => at.people.get(id)),
      );
      if (!manager || !director || !doer) throw new Error('somebody of the staff is missing');
      return Promise.all([
        documents?.decides(residency.id, manager),
        documents?.reads?.(residency.id, director),
        lists.manages(residency.id, doer),
        lists.manages(residency.id, director),
      ]);
    };
    expect(await seen()).toEqual([true, true, true, false]);
    await load({ 'kwon-dahye': interested(), 'han-jiyoon': interested(), 'han-sejin': interested() });
    expect(await seen()).toEqual([false, false, false, false]);
  });

  it('is told from what is about somebody else', async () => {
    await startup();
    await load({ 'kwon-dahye': interested() });
    const manager = await at.people.get('kwon-dahye');
    if (!manager) throw new Error('the manager is missing');
    const of = (subject: string) => residencyInterests(at)({ subject })(manager);
    for (const part of ['', '-2027Q3', '-R2', '-X2', '-D1', '-E1'])
      expect(await of(residency.id + part)).toBe('surely');
    for (const other of ['S-27H1-0000-0000-X2', 'template#lab-exit', 'nobody', '']) {
      expect(await of(other), other).toBeUndefined();
    }
  });
});

describe('the Lambdas of rooms that ask the staff', () => {
  it('are told of interests, but for what is about nobody', () => {
    const untold = readdirSync('functions', { recursive: true, encoding: 'utf8' })
      .filter((file) => /[.]lambda[.]tsx?$/u.test(file))
      .filter((file) =>
        /interestsIn: \(\) => (?:\(\) => async|nobodyInterested)/u.test(readFileSync(`functions/${file}`, 'utf8')),
      )
      .map((file) => file.slice(0, file.indexOf('/')));
    const asking = new Set<string | undefined>(
      [...kinds.values()].filter(({ asks }) => asks === 'person').map(({ pages }) => pages),
    );
    expect([...new Set(untold)].filter((room) => asking.has(room))).toEqual(['tax-month']);
  });
});
