import { beforeAll, describe, expect, it } from 'vitest';
import { refuseAgreement } from '../../functions/agreements/end-agreement.ts';
import { beginRenewal } from '../../functions/renewals/begin-renewal.ts';
import { renewalsDue } from '../../functions/renewals/renewals-due.ts';
import { invitationApplied } from '../../functions/renewals/settle-invitation.ts';
import { reportsUntil } from '../../functions/reports/report.ts';
import { changedResidencyEvent } from '../../functions/residencies/residency-event.ts';
import { usualConduct } from '../../functions/residency-rules/conduct.ts';
import { addDays, seoulDateOf } from '../../functions/shared/time.ts';
import { confirmReturn, decideAndStore } from '../../functions/spaces/decide-space.ts';
import { mailTo, opened } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { extensionBegun, signs, versionOf } from '../support/contracts/contracts-on-cloud.ts';
import { eventually } from '../support/eventually.ts';
import { renewalNow } from '../support/renewals/stored-renewal.ts';
import { linkToAnswer, untilAsked } from '../support/requests/asked-by-mail.ts';
import {
  begins,
  endedYesterday,
  eventOf,
  residentUntil,
  runOfEvent,
  settleExitList,
} from '../support/residency-events/events-on-cloud.ts';
import { presentOf } from '../support/residency-events/stored-residencies.ts';
import { faultsOf } from '../support/step-faults.ts';
import { visitor } from '../support/visitor.ts';

/* What else may happen in a residency is tried in the process: test/functions/reports/, contracts/, renewals/, exits/. */

const machine = 'residency-event';
const director = { name: '한지윤', email: 'jiyoon.han@academy.example.kr' };
const by = 'operator:test';

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

const { ended, strike, redrive } = faultsOf(machine, () => at);
const lastState = async (run: string) => (await at.statesOf(run, machine)).at(-1);
const strikeAt = (says: string) =>
  strike('residency-events-tasks', 'TransactWriteItems', (body) => body.includes(says), 7);

/** Waits until the run is stuck at a state, mends the fault, puts the next one in its way and redrives it. */
const stuckAt = async (id: string, state: string, mend: () => void, next?: string): Promise<() => void> => {
  await ended(await runOfEvent(at, id), 'FAILED');
  mend();
  expect((await eventOf(at, id)).stuck).toMatchObject({ state, tries: 7 });
  const struck = next === undefined ? () => undefined : strikeAt(next);
  await redrive(id);
  return struck;
};

async function reportBegun(): Promise<{ readonly event: string; readonly email: string }> {
  const { residency, id, email } = await residentUntil(at, 100);
  const [due] = reportsUntil(residency, usualConduct, seoulDateOf(at.now()));
  if (!due) throw new Error('no quarter is over');
  const { quarter: about, dueAt } = due;
  return { event: await begins(at, { residency: id, kind: 'report', about, report: { dueAt, versions: [] } }), email };
}

/** A startup that is invited to a round of renewal, and the open request. */
async function invited() {
  const { residency, id, email } = await residentUntil(at, 90);
  const { admission: _rules, ...fields } = renewalNow(at, residency);
  const round = await at.round(fields);
  const rounds = { ...at.rounds, list: async () => [round] };
  const [due] = await renewalsDue({ rounds }, { residency, events: [] }, at.now());
  if (!due) throw new Error('nobody is asked');
  return { residency, id, email, round, event: await begins(at, due) };
}

describe('a night', () => {
  // First: it begins what is due of every startup that is in the Lab.
  it('begins what it finds due, once', async () => {
    const { id } = await residentUntil(at, 20);
    for (let night = 0; night < 2; night += 1) {
      expect(await at.invoke('residency-events-begin', { time: at.now() })).toMatchObject({ failed: [] });
      const events = await at.residencyEvents.of(id);
      expect(events.filter(({ kind }) => kind === 'exit')).toHaveLength(1);
      expect(events.filter(({ kind }) => kind === 'report').length).toBeGreaterThan(2);
    }
  });
});

describe('a report', () => {
  it('is asked for by mail, sent by its link, and its run ends', async () => {
    const { event, email } = await reportBegun();
    const link = await linkToAnswer(at, { subject: event, kind: 'quarterly-report', email, room: 'reports' });
    const page = visitor(at.baseUrl, { lang: 'ko' });
    expect((await page.get(link)).text).toContain('분기');
    const typed = { staff: '7', revenue: '120,000,000', investment: '0', reached: '열었습니다.', next: '시험합니다.' };
    expect((await page.post(link, { ...typed, revenue: '많음' })).status).toBe(422);
    expect((await page.post(link, typed)).status).toBe(200);
    await page.post(link, { ...typed, confirm: 'yes' });
    await ended(event, 'SUCCEEDED');
    expect(await lastState(event)).toBe('Report sent');
    expect((await eventOf(at, event)).report?.versions).toHaveLength(1);
  });
});

describe('an invitation to a round of renewal', () => {
  it('is declined by the link of its mail', async () => {
    const { event, email } = await invited();
    const link = await linkToAnswer(at, { subject: event, kind: 'renewal-invitation', email, room: 'renewals' });
    const page = visitor(at.baseUrl, { lang: 'ko' });
    expect((await page.post(link, { answer: 'apply' })).text).toContain('그동안 이룬 것');
    await page.post(link, { answer: 'decline' });
    await ended(event, 'SUCCEEDED');
    expect(await lastState(event)).toBe('Nothing more to do');
  });

  it('is answered by an application', async () => {
    const { event, residency, round } = await invited();
    await untilAsked(at, event, 'renewal-invitation');
    const application = await beginRenewal(at, round, { residency, lang: 'ko' }, at.now());
    if (!application) throw new Error('nothing was begun');
    const { changes, events, outbox } = await invitationApplied(at, application, at.now());
    const [first, ...more] = events;
    if (!first) throw new Error('nobody was asked');
    await at.commit({ changes, events: [first, ...more], outbox });
    await ended(event, 'SUCCEEDED');
    expect(await lastState(event)).toBe('Applied');
  });
});

describe('an exit', () => {
  it('ends the residency when all is done and returned and the last day is over, though its run is stopped', async () => {
    const { id, email, space } = await residentUntil(at, 0);
    const event = await begins(at, { residency: id, kind: 'exit', about: '1' });
    await settleExitList(at, event);
    await mailTo(at, email, '퇴거');
    const on = seoulDateOf(at.now());
    const returned = await decideAndStore(at, () => confirmReturn(at, { space, number: 1, on, by }, at.now()));
    expect(returned.kind).toBe('changed');
    await eventually(`${event} waits for the last day`, async () =>
      (await at.statesOf(event, machine)).includes('Wait for the last day'),
    );
    expect((await presentOf(at, id)).state).toBe('RESIDENT');
    await endedYesterday(at, id);
    await at.stopRun(event, machine);
    await at.runEnded(event, machine);
    await ended(`${event}_2`, 'SUCCEEDED');
    expect(await lastState(`${event}_2`)).toBe('Residency ended');
    expect((await presentOf(at, id)).state).toBe('ENDED');
  });

  it('begins when a startup gives notice on its own page', async () => {
    const { id } = await residentUntil(at, 90);
    const page = await opened(at, id, visitor(at.baseUrl, { lang: 'ko' }));
    const [year = '', month = '', day = ''] = addDays(seoulDateOf(at.now()), 45).split('-');
    const typed = { application: id, 'day.year': year, 'day.month': month, 'day.day': day, reason: '이전합니다.' };
    await page.post('/residency/notice', typed);
    expect((await presentOf(at, id)).contracts[0]).toMatchObject({ to: `${year}-${month}-${day}` });
    await settleExitList(at, `${id}-E1`);
    await eventually(`${id}-E1 waits for the return`, async () => (await eventOf(at, `${id}-E1`)).callback);
  });

  it('that another run has taken over, or that was dropped, ends by itself', async () => {
    const { id } = await residentUntil(at, 10);
    const event = await begins(at, { residency: id, kind: 'exit', about: '1' });
    await eventually(`${event} waits for the return`, async () => (await eventOf(at, event)).callback);
    await redrive(event);
    await ended(event, 'SUCCEEDED');
    expect(await lastState(event)).toBe('Another run has taken over');
    const was = await eventually(`${event}_2 waits`, async () => {
      const present = await eventOf(at, event);
      return present.callback !== undefined && present.run === 2 ? present : undefined;
    });
    await at.commit({
      changes: [at.residencyEvents.save(changedResidencyEvent(was, at.now(), { callback: undefined }, 'drop'), was)],
      events: [{ subject: event, type: 'ExitNews', by, at: at.now() }],
      outbox: was.callback ? [{ kind: 'resume', callback: was.callback }] : [],
    });
    await ended(`${event}_2`, 'SUCCEEDED');
    expect(await lastState(`${event}_2`)).toBe('Nothing more to do');
  });
});

describe('a run of residency-event', () => {
  it('is marked as stuck by whichever step fails for good, and goes on when it is redriven', async () => {
    at.gateLog.expectFaults();
    const { id, space } = await residentUntil(at, -1);
    const seen = strike('residency-events-tasks', 'GetItem', (body) => body.includes(`${id}-E1`), 7);
    const marking = strike('residency-events-tasks', 'TransactWriteItems', (body) => body.includes('RunStuck'), 1);
    const exit = await begins(at, { residency: id, kind: 'exit', about: '1' });
    let mend = await stuckAt(exit, 'See what it is about', seen, 'ChecklistStarted');
    marking();
    mend = await stuckAt(exit, 'Begin the exit list', mend, 'RunAttached');
    mend = await stuckAt(exit, 'Wait for the return of the space', mend, 'ResidencyEnded');
    await settleExitList(at, exit);
    const on = seoulDateOf(at.now());
    await decideAndStore(at, () => confirmReturn(at, { space, number: 1, on, by }, at.now()));
    await stuckAt(exit, 'End the residency', mend);
    await ended(await runOfEvent(at, exit), 'SUCCEEDED');

    mend = strikeAt('"quarterly-report"');
    const report = await reportBegun();
    mend = await stuckAt(report.event, 'Ask for the report', mend, '"renewal-invitation"');
    const renewal = await invited();
    mend = await stuckAt(renewal.event, 'Ask whether it applies to stay', mend, 'AgreementDrafted');

    const { residency, email } = await residentUntil(at, 60);
    const extension = await extensionBegun(at, residency);
    mend = await stuckAt(extension, 'Ask for both signatures', mend, 'ContractExtended');
    await signs(at, extension, { name: residency.startup.representative, email });
    await signs(at, extension, director);
    mend = await stuckAt(extension, 'Put it in force', mend, 'ContractSetAside');
    await ended(await runOfEvent(at, extension), 'SUCCEEDED');

    const other = await residentUntil(at, 60);
    const refused = await extensionBegun(at, other.residency);
    const version = await eventually('an agreement', () => versionOf(at, refused));
    const given = { request: version.request ?? '', generation: 1, reason: '이전합니다.', by: 'signer' };
    expect(await refuseAgreement(at, given, at.now())).toBe('refused');
    await stuckAt(refused, 'Set it aside', mend);
    await ended(await runOfEvent(at, refused), 'SUCCEEDED');
    expect(await lastState(await runOfEvent(at, refused))).toBe('Not in force');
  });
});
