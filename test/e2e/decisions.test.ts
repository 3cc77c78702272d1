import { beforeAll, describe, expect, it } from 'vitest';
import type { Round } from '../../functions/rounds/round.ts';
import { eventsOf } from '../../functions/shared/database/audit.ts';
import { applyBehindPages } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { officer, openRequest, press, replyOf, withApplicant, withOfficer } from '../support/intake/intake.ts';
import { requestLink } from '../support/requests/asked-by-mail.ts';
import { decisionsAtOnce } from '../support/suites/decisions-at-once.ts';

let at: TestCloud;
let round: Round;
beforeAll(async () => {
  at = await testCloud();
  round = await at.round();
});

/* Thirty in this process: test/functions/in-process/sent-at-once.test.ts. */
decisionsAtOnce(() => ({ at, round }), 6);

describe('what an application’s decision tells afterwards', () => {
  it('is which rules were met, under which version of the round, on what version of the answers, when, by the rules', async () => {
    const { reference } = await applyBehindPages(at, round);
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
