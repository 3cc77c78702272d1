import { beforeAll, describe, expect, it } from 'vitest';
import type { Round } from '../../functions/rounds/round.ts';
import { eventsOf, faultsAbout } from '../../functions/shared/audit.ts';
import { apply, mailsTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import {
  entriesOf,
  officer,
  openRequest,
  press,
  replyOf,
  requestLink,
  withApplicant,
  withOfficer,
} from '../support/intake/intake.ts';
import { type FormFields, visitor } from '../support/visitor.ts';

let at: TestCloud;
let round: Round;
beforeAll(async () => {
  at = await testCloud();
  round = await at.round();
});

describe('30 decisions at once on one link', () => {
  it('leave one standing, one answer to the applicant, and the rest see which', async () => {
    const { link, reference, email } = await withOfficer(at, round);
    const attempts = Array.from({ length: 30 }, (_, index): FormFields => {
      if (index % 3 === 0) return { outcome: 'ACCEPT' };
      return index % 3 === 1
        ? { outcome: 'REFUSE', reason: `이유 ${index}` }
        : { outcome: 'RETURN', question: `질문 ${index}` };
    });
    const pages = await Promise.all(attempts.map((fields) => visitor(at.baseUrl, { lang: 'ko' }).post(link, fields)));
    // Whose reason or question came too late gets it shown once more, to be kept.
    const late = pages.filter((page) => page.status === 409);
    expect(new Set(pages.map((page) => page.status))).toEqual(new Set([200, 409]));
    for (const page of late) expect(page.html).toMatch(/이유 \d|질문 \d/u);
    const titles = new Set(pages.map((page) => page.title));
    expect(titles.size).toBe(1);
    expect([...titles][0]).toContain('결정되었습니다: ');
    const settled = await eventsOf(at.db, at.tables.AUDIT_TABLE, reference);
    const decisions = settled.filter(({ type }) => /^Application(?:Accepted|Refused|Returned)$/u.test(type));
    expect(decisions).toHaveLength(1);
    expect(await faultsAbout(at.db, at.tables.AUDIT_TABLE, reference)).toEqual([]);
    await eventually('nothing is under way', async () =>
      (await entriesOf(at, reference)).every(({ state }) => state === 'DONE' || state === 'DROPPED'),
    );
    const returned = decisions[0]?.type === 'ApplicationReturned';
    if (returned) await openRequest(at, reference);
    await eventually('the receipt and the answer', async () => (await mailsTo(at, email)).length === 2);
    console.log(`30 decisions at once: 1 stands (${decisions[0]?.type}), 1 mail, 29 see it`);
  });
});

describe('what an application’s decision tells afterwards', () => {
  it('is which rules were met, under which version of the round, on what version of the answers, when, by the rules', async () => {
    const { reference } = await apply(at, round);
    const { decision } = await at.untilState(reference, 'ACCEPTED');
    expect(decision).toMatchObject({ outcome: 'ACCEPTED', by: 'rules', version: 1, roundVersion: round.version });
    expect(decision?.rules).toEqual(round.eligibility.map(({ id }) => ({ ruleId: id, met: true })));
    const event = (await eventsOf(at.db, at.tables.AUDIT_TABLE, reference)).find(
      ({ type }) => type === 'ApplicationAccepted',
    );
    expect(event).toMatchObject({
      by: 'system:rules',
      at: decision?.at,
      data: { version: 1, roundVersion: 1, run: reference, rulesMet: round.eligibility.map(({ id }) => id) },
    });
  });

  it('is which rules were not met and who decided, by which request; the words stay out of the audit', async () => {
    const { link, reference, request } = await withOfficer(at, round);
    await press(at, link, { outcome: 'REFUSE', reason: '아주 특별한 이유입니다.' });
    const { decision } = await at.untilState(reference, 'REFUSED');
    const [unmet] = round.eligibility.filter(({ rule }) => rule === 'minimum-age');
    expect(decision).toMatchObject({
      outcome: 'REFUSED',
      by: 'kim-minji',
      request: request.id,
      version: 1,
      roundVersion: 1,
      reason: '아주 특별한 이유입니다.',
    });
    expect(decision?.rules.filter(({ met }) => !met)).toEqual([{ ruleId: unmet?.id, met: false }]);
    const events = await eventsOf(at.db, at.tables.AUDIT_TABLE, reference);
    expect(events.find(({ type }) => type === 'ApplicationRefused')).toMatchObject({
      by: 'person:kim-minji',
      at: decision?.at,
      data: { request: request.id, version: 1, roundVersion: 1, rulesNotMet: [unmet?.id], duplicates: [] },
    });
    expect(JSON.stringify(events)).not.toContain('특별한');
  });

  it('is on the answered version, if the applicant corrected something on the officer’s question', async () => {
    const asked = await withApplicant(at, round);
    await press(at, asked.questionLink, replyOf(asked, '잘못 적었습니다.'));
    const again = await openRequest(at, asked.reference, asked.request.id);
    await press(at, await requestLink(at, again.id, officer), { outcome: 'ACCEPT' });
    const { decision } = await at.untilState(asked.reference, 'ACCEPTED');
    expect(decision).toMatchObject({ by: 'kim-minji', version: 2, roundVersion: 1, request: again.id });
    const types = (await eventsOf(at.db, at.tables.AUDIT_TABLE, asked.reference)).map(({ type }) => type);
    expect(types).toEqual(
      expect.arrayContaining(['ApplicationReturned', 'QuestionAnswered', 'RequestOpened', 'ApplicationAccepted']),
    );
  });
});
