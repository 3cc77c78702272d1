import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ruleKinds } from '../../../functions/app/rule-kinds.ts';
import { commitBudget } from '../../../functions/budget/commit-budget.ts';
import type { GivenAnswer } from '../../../functions/requests/confirm-or-refuse.ts';
import { decideRules } from '../../../functions/rule-files/decide-rules.ts';
import { differencesOf } from '../../../functions/rule-files/differences.ts';
import { previewRules } from '../../../functions/rule-files/propose-rules.ts';
import { eventsOf, faultsAbout } from '../../../functions/shared/database/audit.ts';
import { addMinutes, localDateSchema } from '../../../functions/shared/time.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { loadDemoPeople } from '../../support/people/demo-people.ts';
import { cardFrom, propose, ruleFile, rulesLink } from '../../support/rule-files/rules.ts';
import { almost, decideProved, putProof, sentUnproved, whenProved } from '../../support/second-factor/proved.ts';
import { visitor } from '../../support/visitor.ts';

let at: MemoryAcademy;
beforeEach(async () => {
  at = await memoryAcademy();
});
afterEach(() => at.close());

const day = (text: string) => localDateSchema.parse(text);
const browser = () => visitor(at.baseUrl, { lang: 'en' });
const confirm = async (slot: string) => decideProved(at, browser(), await rulesLink(at, slot), { outcome: 'CONFIRM' });
const decide = (given: GivenAnswer) => whenProved(at, () => decideRules(at, given, at.now()), at.now());
const inForce = async (text: string) => (await at.rules.inForce('rate-card', day(text)))?.number;

async function confirmed(): Promise<void> {
  for (const [slot, name] of [
    ['tax', 'wages/tax.yaml'],
    ['rate-card', 'wages/rate-card.yaml'],
  ] as const) {
    await propose(at, ruleFile(name));
    await confirm(slot);
  }
}

describe('a rate card that is loaded', () => {
  it('is in force once finance has confirmed it, from its first day; the one before applies until then', async () => {
    await propose(at, ruleFile('wages/rate-card.yaml'));
    expect(await inForce('2027-03-08')).toBeUndefined();
    expect((await confirm('rate-card')).text).toContain('Decided: the rules are confirmed');
    expect(await inForce('2027-03-08')).toBe(1);
    await propose(at, cardFrom('2027-09-01', 270_000));
    await confirm('rate-card');
    expect([await inForce('2027-08-31'), await inForce('2027-09-01')]).toEqual([1, 2]);
    const states = (await at.rules.versionsOf('rate-card')).map(({ state, firstDay }) => [state, firstDay]);
    expect(states).toEqual([
      ['SUPERSEDED', '2027-01-01'],
      ['IN_FORCE', '2027-09-01'],
    ]);
    expect(await inForce('2026-12-31')).toBeUndefined();
    expect(await faultsAbout(at.db, at.tables.AUDIT_TABLE, 'rules#rate-card')).toEqual([]);
  });

  it('shows since when the card itself holds, and not since when the law has its caps', async () => {
    await propose(at, ruleFile('wages/rate-card.yaml'));
    const page = await browser().get(await rulesLink(at, 'rate-card'));
    expect(page.text).toContain('First day Friday, 1 January 2027');
    await confirm('rate-card');
    const caps = ruleFile('wages/rate-card.yaml', ['since: 2018-01-17', 'since: 2017-01-17']);
    const preview = await previewRules({ rules: at.rules, ruleKinds }, caps, at.now());
    expect('compared' in preview && preview.compared.firstDay).toBe('2027-01-01');
  });

  it('shows finance what differs, line by line with won, and the calculations that change', async () => {
    await confirmed();
    await propose(at, cardFrom('2027-09-01', 270_000));
    const page = await browser().get(await rulesLink(at, 'rate-card'));
    expect(page.text).toContain(
      'Grade › grade-1 › Rates › from Wednesday, 1 September 2027 › First hour 270,000 won (new)',
    );
    expect(page.text).toContain(
      'Grade 1, 3 hours, no cap, other income before: gross 490,000 won, withheld 43,120 won, paid 446,880 won after: gross 530,000 won, withheld 46,640 won, paid 483,360 won',
    );
    expect(page.text).not.toContain('Special grade 1, 3 hours');
    await confirm('rate-card');
    const text = ruleFile('wages/rate-card.yaml', ['further: 200000', 'further: 210000']);
    const preview = await previewRules({ rules: at.rules, ruleKinds }, text, at.now());
    expect('compared' in preview && preview.compared.differences).toContainEqual({
      path: ['grades', 'special-2', 'rates', '2027-01-01', 'further'],
      before: 200_000,
      after: 210_000,
    });
  });

  it('shows the same of tax rules, by the card that is in force', async () => {
    await confirmed();
    await propose(at, ruleFile('wages/tax.yaml', ['percent: 3 }', 'percent: 4 }']));
    const page = await browser().get(await rulesLink(at, 'tax'));
    expect(page.text).toContain('Business income › Rate › from Tuesday, 1 January 2019 › Per cent before 3%, after 4%');
    expect(page.text).toContain('The first day has passed');
    expect(page.text).toContain('withheld 16,170 won, paid 473,830 won after: gross 490,000 won, withheld 21,560 won');
    await confirm('tax');
    expect((await at.rules.inForce('tax', day('2027-04-26')))?.number).toBe(2);
  });

  it('is refused with a reason, and the present rules stay', async () => {
    await confirmed();
    await propose(at, cardFrom('2027-09-01', 2_700_000));
    const link = await rulesLink(at, 'rate-card');
    expect((await browser().post(link, { outcome: 'REFUSE' })).text).toContain('Enter the reason.');
    const page = await decideProved(at, browser(), link, { outcome: 'REFUSE', reason: 'A zero too many.' });
    expect(page.text).toContain('Decided: the rules are refused');
    expect(await inForce('2027-09-01')).toBe(1);
    expect((await at.rules.versionsOf('rate-card')).at(-1)).toMatchObject({
      state: 'REFUSED',
      reason: 'A zero too many.',
    });
  });

  it('is superseded by a later one, whose request alone is open', async () => {
    await propose(at, cardFrom('2027-09-01', 270_000));
    const former = await rulesLink(at, 'rate-card');
    await propose(at, cardFrom('2027-09-01', 280_000));
    expect((await browser().post(former, { outcome: 'CONFIRM' })).text).toContain('Another file has been loaded since');
    await confirm('rate-card');
    expect((await at.rules.versionsOf('rate-card')).map(({ state }) => state)).toEqual(['SUPERSEDED', 'IN_FORCE']);
  });

  it('that says what is in force changes nothing, and a wrong one is not kept', async () => {
    await confirmed();
    expect(await propose(at, ruleFile('wages/rate-card.yaml'))).toEqual({ kind: 'unchanged', version: 1 });
    expect(await propose(at, 'kind: lecturers\nlecturers: {}\n')).toMatchObject({ kind: 'wrong' });
    expect(await propose(at, ruleFile('wages/rate-card.yaml', ['first: 250000', 'first: many']))).toMatchObject({
      problems: [{ field: 'grades.grade-1.rates[0].first' }],
    });
    expect(await at.rules.versionsOf('rate-card')).toHaveLength(1);
  });
});

describe('who confirms rules', () => {
  it('is somebody else of finance than who has loaded them, when asked, when handed over and when it is settled', async () => {
    const proposed = await propose(at, ruleFile('wages/rate-card.yaml'), 'operator:moon-taeho');
    expect(proposed).toMatchObject({ kind: 'proposed', asked: 'ryu-hana' });
    const [version] = await at.rules.versionsOf('rate-card');
    const link = await rulesLink(at, 'rate-card');
    expect((await browser().get(`${link}/hand-over`)).text).toContain('Nobody is available');
    const given = { request: version?.request ?? '', generation: 1, by: 'moon-taeho' };
    expect(await decideRules(at, { ...given, decision: { outcome: 'CONFIRM' } }, at.now())).toEqual({
      kind: 'not-yours',
    });
    expect(await inForce('2027-03-08')).toBeUndefined();
  });

  it('is not their deputy’s stand-in either: the clock passes it to nobody who has loaded it', async () => {
    await propose(at, ruleFile('wages/rate-card.yaml'), 'operator:taeho.moon@academy.example.kr');
    for (const days of [9, 12, 20]) await at.chaseAt(addMinutes(at.now(), days * 24 * 60));
    const [version] = await at.rules.versionsOf('rate-card');
    expect((await at.requests.get(version?.request ?? ''))?.assignee).toEqual({ person: 'ryu-hana' });
  });

  it('has to be there: without a second person of finance nothing is loaded', async () => {
    await loadDemoPeople(at, at.now(), { 'ryu-hana': { roles: [] } });
    expect(await propose(at, ruleFile('wages/tax.yaml'), 'operator:moon-taeho')).toEqual({ kind: 'nobody-confirms' });
  });

  it('proves that it is them: without exactly that proof nothing is confirmed and nothing refused', async () => {
    await propose(at, ruleFile('wages/rate-card.yaml'));
    const [version] = await at.rules.versionsOf('rate-card');
    const given = { request: version?.request ?? '', generation: 1, by: 'moon-taeho' };
    for (const decision of [{ outcome: 'CONFIRM' }, { outcome: 'REFUSE', reason: 'No.' }] as const) {
      const deciding = () => decideRules(at, { ...given, decision }, at.now());
      const asked = await deciding();
      if (asked.kind !== 'not-proved') throw new Error(asked.kind);
      for (const [what, near] of almost(asked.decision)) {
        // The refusal is proved by no proof of the confirmation, and the other way round.
        await putProof(at, near, at.now());
        expect(await deciding(), what).toMatchObject({ kind: 'not-proved' });
      }
    }
    expect(await at.rules.versionsOf('rate-card')).toEqual([version]);
  });

  it('has what was typed kept on the way to the proof, also for who has to sign in', async () => {
    await propose(at, ruleFile('wages/rate-card.yaml'));
    const link = await rulesLink(at, 'rate-card');
    const { proving } = await sentUnproved(browser(), link, { outcome: 'REFUSE', reason: 'A zero too many.' });
    const back = await browser().get(proving?.back ?? '');
    expect(back.text).toContain('A zero too many.');
    expect(back.text).toContain('the next page asks you to confirm that it is you');
    expect((await browser().get(link)).text).not.toContain('A zero too many.');
    expect((await confirm('rate-card')).text).toContain('Decided: the rules are confirmed');
    expect((await at.requests.get(proving?.decision.subject ?? ''))?.typed).toBeUndefined();
  });

  it('decides once, of two who decide at once', async () => {
    await propose(at, ruleFile('wages/rate-card.yaml'));
    const [version] = await at.rules.versionsOf('rate-card');
    const given = { request: version?.request ?? '', generation: 1 };
    const outcomes = await Promise.all([
      decide({ ...given, by: 'moon-taeho', decision: { outcome: 'CONFIRM' } }),
      decide({ ...given, by: 'ryu-hana', decision: { outcome: 'REFUSE', reason: 'No.' } }),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['decided', 'somebody-was-first']);
    const events = await eventsOf(at.db, at.tables.AUDIT_TABLE, 'rules#rate-card');
    expect(events.filter(({ type }) => /Rules(?:Confirmed|Refused)/u.test(type))).toHaveLength(1);
  });
});

describe('a budget that is loaded', () => {
  it('sets the ceilings when finance confirms it, and not before', async () => {
    await propose(at, ruleFile('budget/2027.yaml'));
    expect(await at.budgets.linesOf(2027)).toEqual([]);
    const page = await browser().get(await rulesLink(at, 'budget-2027'));
    expect(page.text).toContain('Budget line › lecturers › Ceiling 120,000,000 won (new)');
    await confirm('budget-2027');
    expect((await at.budgets.linesOf(2027)).map(({ line, ceiling }) => [line, ceiling])).toEqual([
      ['lecturers', 120_000_000],
      ['travel', 10_000_000],
    ]);
    expect(await at.rules.inForce('budget-2027', day('2027-06-01'))).toMatchObject({
      number: 1,
      firstDay: '2027-01-01',
    });
  });
});

describe('a budget that lowers a line', () => {
  const lowered = () => ruleFile('budget/2027.yaml', ['ceiling: 120000000', 'ceiling: 100000000']);

  it('says so, with what stays free, and what the file leaves out, before finance confirms it', async () => {
    await propose(at, ruleFile('budget/2027.yaml'));
    await confirm('budget-2027');
    const plan = [{ year: 2027, line: 'lecturers', amount: 90_000_000 }];
    await commitBudget(at, { id: 'academy-2027h1', plan, by: 'operator:test' }, at.now());
    const text = lowered();
    await propose(at, `${text.slice(0, text.indexOf('  travel:'))}`);
    const page = await browser().get(await rulesLink(at, 'budget-2027'));
    expect(page.text).toContain(
      'lecturers: from 120,000,000 won down to 100,000,000 won, of which 10,000,000 won are free',
    );
    expect(page.text).toContain('travel: not in the file. Its ceiling stays at 10,000,000 won');
  });

  it('says of a year that is over that wages may still be drawn from it', async () => {
    const year = ruleFile('budget/2027.yaml', ['year: 2027', 'year: 2020']);
    await propose(at, year);
    const page = await browser().get(await rulesLink(at, 'budget-2020'));
    expect(page.text).toContain('This is the budget of a year that is over.');
  });
});

describe('the difference of two files', () => {
  it('knows dated rows by their day, so that one in between changes no other', () => {
    const rows = (...since: readonly string[]) => ({
      rates: since.map((one, index) => ({ since: one, first: index })),
    });
    const [was, is] = [
      {
        rates: [
          { since: '2027-01-01', first: 1 },
          { since: '2028-01-01', first: 3 },
        ],
      },
      {
        rates: [
          { since: '2027-01-01', first: 1 },
          { since: '2027-07-01', first: 2 },
          { since: '2028-01-01', first: 3 },
        ],
      },
    ];
    expect(differencesOf(was, is)).toEqual([{ path: ['rates', '2027-07-01', 'first'], after: 2 }]);
    expect(differencesOf(is, was)).toEqual([{ path: ['rates', '2027-07-01', 'first'], before: 2 }]);
    expect(differencesOf(rows('2027-01-01'), rows('2027-01-01'))).toEqual([]);
  });
});
