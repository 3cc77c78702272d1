import { describe, expect, it } from 'vitest';
import { kinds } from '../../../functions/app/kinds.ts';
import { runName } from '../../../functions/applications/application.ts';
import { sendApplication } from '../../../functions/applications/send-application.ts';
import { startApplication } from '../../../functions/applications/start-application.ts';
import { withdrawApplication } from '../../../functions/applications/withdraw-application.ts';
import { addressMoved } from '../../../functions/contracts/move-address.ts';
import { giveNotice } from '../../../functions/exits/give-notice.ts';
import { checkPages, pagesOf } from '../../../functions/forms/round-form.ts';
import { checkApplication } from '../../../functions/intake/check-application.ts';
import { startWithHelp } from '../../../functions/intake/start-with-help.ts';
import { extendResidency } from '../../../functions/renewals/extend-residency.ts';
import { declineInvitation, lapseInvitation } from '../../../functions/renewals/settle-invitation.ts';
import { withdrawRenewals } from '../../../functions/renewals/withdraw-renewals.ts';
import { renewalApplication } from '../../../functions/residencies/renewal-application.ts';
import { residencyEventsDoer } from '../../../functions/residency-events/steps.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { presentRunOf } from '../../../functions/runs/run.ts';
import { Refused } from '../../../functions/shared/errors.ts';
import { localDateSchema } from '../../../functions/shared/time.ts';
import { acceptedThen } from '../../../local/demo/lab/accept.ts';
import { rankAs } from '../../../local/demo/lab/admit.ts';
import { admitted, waiting } from '../../../local/demo/lab/startups.ts';
import { moment } from '../../support/moment.ts';
import { closesAt, opensAt, type RenewalWorld, renewalOf, renewalWorld } from '../../support/renewals/renewal-world.ts';
import { renewalTyped } from '../../support/rounds/lab-renewal.ts';

const day = (date: string) => localDateSchema.parse(date);

/** The round is open, and the night after the startup is asked. */
async function invitedIn(world: RenewalWorld): Promise<{ readonly round: Round; readonly event: string }> {
  world.at(opensAt);
  const round = await world.load();
  const [event = ''] = await world.night();
  await world.ask(event);
  return { round, event };
}

const start = (world: RenewalWorld, round: Round, email = admitted.email) =>
  startApplication(world.deps, round, { email, lang: 'ko' }, world.now());

/** Sends what a startup types into its form, as its next version. */
async function send(world: RenewalWorld, round: Round, email = admitted.email) {
  const begun = await start(world, round, email);
  if (!begun) throw new Error(`${email} may not apply`);
  const typed = renewalTyped(begun.email);
  const { answers, problems } = checkPages(pagesOf(round, typed), typed, 'ko');
  if (!answers) throw new Error(JSON.stringify(problems));
  const sending = { reference: begun.reference, version: begun.version + 1, answers, typed, lang: 'ko' as const };
  const sent = await sendApplication(world.deps, round, sending, world.now());
  if (sent.kind !== 'sent') throw new Error(sent.kind);
  return sent.application;
}

const mailsOf = (world: RenewalWorld, template: string) =>
  world.plain('outbox').filter(({ errand }) => JSON.stringify(errand).includes(`"${template}"`));
const told = (world: RenewalWorld, type: string) => world.plain('audit').filter((event) => event.type === type);

describe('the invitation to stay on', () => {
  it('comes the night after its round has opened, once, and names what is asked', async () => {
    const world = await renewalWorld();
    world.at(moment('2028-01-10T08:59+09:00'));
    await world.load();
    expect(await world.night()).toEqual([]);
    world.at(opensAt);
    const begun = await world.night();
    expect(begun).toEqual([`${world.id}-R2`]);
    expect(await world.night()).toEqual([]);
    const [event = ''] = begun;
    expect(await world.eventOf(event)).toMatchObject({ kind: 'renewal', about: '2', round: 'lab-2027-renewal' });
    expect(await world.ask(event)).toBe('WAITS');
    expect(await world.ask(event)).toBe('WAITS');
    expect(await world.invitation(event)).toMatchObject({
      dueAt: closesAt,
      assignee: { applicant: world.id },
      outcomes: ['APPLIED', 'DECLINED'],
    });
    expect(mailsOf(world, 'renewal-invited')).toHaveLength(1);
  });

  it('waits for the window of the contract, if that opens after the round', async () => {
    const world = await renewalWorld();
    world.at(opensAt);
    await world.change(world.id, { contracts: [{ number: 1, from: day('2027-05-31'), to: day('2028-05-30') }] });
    await world.load();
    expect(await world.night()).toEqual([]);
    world.at(moment('2028-01-30T23:59+09:00'));
    expect(await world.night()).toEqual([]);
    world.at(moment('2028-01-31T00:00+09:00'));
    expect(await world.night()).toEqual([`${world.id}-R2`]);
  });

  it('is begun once by two nights at once', async () => {
    const world = await renewalWorld();
    world.at(opensAt);
    await world.load();
    const both = await Promise.all([world.night(), world.night()]);
    expect(both.flat()).toEqual([`${world.id}-R2`]);
    expect(told(world, 'ResidencyEventBegun').filter(({ subject }) => String(subject).endsWith('-R2'))).toHaveLength(1);
  });

  it.each<[string, Parameters<RenewalWorld['change']>[1]]>([
    ['a contract that ends later', { contracts: [{ number: 1, from: day('2027-06-10'), to: day('2028-06-09') }] }],
    ['no extension in its terms', { terms: { id: 'founders', months: 6, mostMonths: 6 } }],
    ['the longest residency', { terms: { id: 'firms', months: 12, extendedBy: 12, mostMonths: 12 } }],
  ])('does not come to a startup with %s, which cannot apply either', async (_why, change) => {
    const world = await renewalWorld();
    world.at(opensAt);
    await world.change(world.id, change);
    const round = await world.load();
    expect(await world.night()).toEqual([]);
    expect(await start(world, round)).toBeUndefined();
  });

  it('comes once more by another round for the same contract, as after one that was cancelled', async () => {
    const world = await renewalWorld();
    const { event, round } = await invitedIn(world);
    const other = renewalOf({ id: 'lab-2027-renewal-2', code: 'S-27R2' });
    await world.load(other);
    expect(await world.night()).toEqual([`${world.id}-R2T2`]);
    expect((await world.eventOf(event)).round).toBe(round.id);
  });

  it('is pointless once the startup has left: nobody is asked', async () => {
    const world = await renewalWorld();
    world.at(opensAt);
    await world.load();
    const [event = ''] = await world.night();
    await world.change(world.id, {}, 'end');
    expect(await world.ask(event)).toBe('GONE');
  });
});

describe('applying to stay', () => {
  it('is for the address of the residency alone, however it is written, and knows the startup', async () => {
    const world = await renewalWorld();
    const { round } = await invitedIn(world);
    expect(await start(world, round, 'somebody@example.com')).toBeUndefined();
    const begun = await start(world, round, admitted.email.toUpperCase());
    expect(begun).toMatchObject({ renews: world.id, email: admitted.email, state: 'DRAFT' });
    const { typed } = await world.deps.applications.draft(begun?.reference ?? '');
    expect(typed.startup).toMatchObject({ startupName: ['새봄페이'], name: ['김새봄'], kind: ['firm'] });
    expect(typed['next-year']).toEqual({ desks: ['4'] });
  });

  it('is one application, begun twice, at once, or from another address of the same startup', async () => {
    const world = await renewalWorld();
    const { round } = await invitedIn(world);
    const [one, other] = await Promise.all([start(world, round), start(world, round)]);
    expect(other?.reference).toBe(one?.reference);
    const residency = await world.present();
    await world.change(world.id, { startup: { ...residency.startup, email: 'new@saebom-pay.example' } });
    const again = await start(world, round, 'new@saebom-pay.example');
    expect(again).toMatchObject({ reference: one?.reference, email: 'new@saebom-pay.example' });
    expect(
      told(world, 'ApplicationStarted').filter(({ data }) => JSON.stringify(data).includes('renews')),
    ).toHaveLength(1);
  });

  it('settles the invitation when it is sent, once, and a changed version leaves it so', async () => {
    const world = await renewalWorld();
    const { round, event } = await invitedIn(world);
    await send(world, round);
    expect(await world.invitation(event)).toMatchObject({ state: 'SETTLED', outcome: 'APPLIED' });
    expect((await world.eventOf(event)).state).toBe('DONE');
    await send(world, round);
    expect(told(world, 'RenewalApplied')).toHaveLength(1);
    expect(await world.ask(event)).toBe('APPLIED');
  });

  it('can be begun anew after it was withdrawn, while the round is open', async () => {
    const world = await renewalWorld();
    const { round } = await invitedIn(world);
    const first = await send(world, round);
    await withdrawApplication(world.deps, first.reference, world.now());
    const second = await start(world, round);
    expect(second?.reference).not.toBe(first.reference);
    expect(second?.renews).toBe(world.id);
  });

  it('begins nothing after the closing, and opens what there is', async () => {
    const world = await renewalWorld({ startups: [admitted, waiting] });
    const { round } = await invitedIn(world);
    const sent = await send(world, round);
    world.at(closesAt);
    expect(await start(world, round, waiting.email)).toBeUndefined();
    expect((await start(world, round))?.reference).toBe(sent.reference);
  });

  it('cannot be begun at the desk for somebody', async () => {
    const world = await renewalWorld();
    const { round } = await invitedIn(world);
    const helping = {
      person: 'lee-junho',
      form: 'one',
      lang: 'ko' as const,
      reason: '전화',
      consent: { to: '전화', words: '네' },
      reach: '010-0000-0000',
    };
    expect(await startWithHelp(world.deps, round, helping, world.now())).toBeUndefined();
  });

  it('passes the check by itself: no condition is left, and no other application is in doubt', async () => {
    const world = await renewalWorld();
    const { round } = await invitedIn(world);
    const sent = await send(world, round);
    const run = { reference: sent.reference, run: runName(sent) };
    expect(await checkApplication(world.deps, run, world.now())).toBe('ACCEPTED');
  });
});

describe('a startup that does not apply', () => {
  const decline = async (world: RenewalWorld, event: string) => {
    const { id, generation } = await world.invitation(event);
    return declineInvitation(world.deps, { request: id, generation }, world.now());
  };

  it('may say so, once; it is told when its contract ends, and may think better of it', async () => {
    const world = await renewalWorld();
    const { round, event } = await invitedIn(world);
    expect(await decline(world, event)).toBe('declined');
    expect(await decline(world, event)).toBe('somebody-was-first');
    expect((await world.eventOf(event)).state).toBe('DONE');
    expect(mailsOf(world, 'renewal-declined')).toHaveLength(1);
    expect(await world.ask(event)).toBe('DECLINED');
    expect((await send(world, round)).renews).toBe(world.id);
  });

  it('is told after the closing that its contract ends as it is', async () => {
    const world = await renewalWorld();
    const { event } = await invitedIn(world);
    world.at(closesAt);
    await lapseInvitation(world.deps, await world.invitation(event), world.now());
    expect(await world.invitation(event)).toMatchObject({ state: 'LAPSED', outcome: 'LAPSE' });
    expect(mailsOf(world, 'renewal-lapsed')).toHaveLength(1);
    expect(await world.ask(event)).toBe('LAPSE');
    expect((await world.present()).contracts).toHaveLength(1);
    const events = await world.deps.residencyEvents.of(world.id);
    expect(events.filter(({ kind }) => kind === 'agreement')).toEqual([]);
  });

  it('has not applied by a draft that was never sent', async () => {
    const world = await renewalWorld();
    const { round, event } = await invitedIn(world);
    await start(world, round);
    world.at(closesAt);
    await lapseInvitation(world.deps, await world.invitation(event), world.now());
    expect((await world.invitation(event)).state).toBe('LAPSED');
  });

  it('is asked on, if the round closes later than when it was asked', async () => {
    const world = await renewalWorld();
    const { event } = await invitedIn(world);
    const later = moment('2028-03-03T18:00+09:00');
    await world.load(renewalOf({ closesAt: later }));
    world.at(closesAt);
    await lapseInvitation(world.deps, await world.invitation(event), world.now());
    expect(await world.invitation(event)).toMatchObject({ state: 'OPEN', dueAt: later });
    world.at(later);
    await lapseInvitation(world.deps, await world.invitation(event), world.now());
    expect((await world.invitation(event)).state).toBe('LAPSED');
  });

  it('is asked no more, if it leaves meanwhile: nothing is told of a contract that ends', async () => {
    const world = await renewalWorld();
    const { event } = await invitedIn(world);
    await world.change(world.id, {}, 'end');
    world.at(closesAt);
    await lapseInvitation(world.deps, await world.invitation(event), world.now());
    expect(await world.invitation(event)).toMatchObject({ state: 'CANCELLED', outcome: 'GONE' });
    expect((await world.eventOf(event)).state).toBe('DROPPED');
    expect(mailsOf(world, 'renewal-lapsed')).toEqual([]);
  });

  it('and one that sends in the same moment: one of the two counts', async () => {
    const world = await renewalWorld();
    const { round, event } = await invitedIn(world);
    await start(world, round);
    await Promise.allSettled([send(world, round), decline(world, event)]);
    const { outcome, state } = await world.invitation(event);
    expect([state, outcome]).toEqual(['SETTLED', expect.stringMatching(/^(APPLIED|DECLINED)$/u)]);
    // Whatever else changes with it has an event that leads to this one.
    const ends = ['RenewalApplied', 'RenewalDeclined'].filter((type) => told(world, type).length > 0);
    expect(ends).toHaveLength(1);
    const application = await renewalApplication(world.deps, round.id, world.id);
    expect(application?.version).toBe(1);
  });
});

describe('an application to stay on', () => {
  it.each(['begun', 'sent'] as const)(
    'that is %s goes to the new address of its startup with all else',
    async (how) => {
      const world = await renewalWorld();
      const { deps, id } = world;
      const { round } = await invitedIn(world);
      const begun = how === 'sent' ? await send(world, round) : await start(world, round);
      const { reference = '', linkGeneration = 0 } = begun ?? {};
      const email = 'gaeul@saebom-pay.example';
      const moved = await addressMoved({ ...deps, kinds }, id, email, world.now());
      const [first, ...more] = moved.events;
      if (!first) throw new Error('nothing has moved');
      await deps.commit({ ...moved, events: [first, ...more] });
      expect(await deps.applications.get(reference)).toMatchObject({
        email,
        formerEmail: admitted.email,
        linkGeneration: linkGeneration + 1,
        proved: { email },
      });
      expect(JSON.stringify((await deps.applications.draft(reference)).typed)).not.toContain(admitted.email);
      await world.change(id, { startup: { ...(await world.present()).startup, email } });
      expect(await start(world, round)).toBeUndefined();
      expect((await start(world, round, email))?.reference).toBe(reference);
    },
  );
});

describe('who is selected to stay', () => {
  /** Sent, judged and offered. */
  async function offered(world: RenewalWorld) {
    const { round } = await invitedIn(world);
    const sent = await send(world, round);
    const run = { reference: sent.reference, run: runName(sent) };
    await checkApplication(world.deps, run, world.now());
    await rankAs(world.deps, { round, references: [sent.reference] }, moment('2028-03-20T10:00+09:00'));
    return { round, reference: sent.reference };
  }
  const accepted = async (world: RenewalWorld, given: { readonly round: Round; readonly reference: string }) =>
    acceptedThen(
      world.deps,
      { round: given.round, references: [given.reference] },
      moment('2028-03-24T10:00+09:00'),
    ).catch((error: unknown) => {
      // It looks for a residency that begins, and none does.
      if (!(error instanceof Error) || !error.message.includes('did not begin')) throw error;
    });

  it('signs the next contract: no residency begins, and one agreement is under way', async () => {
    const world = await renewalWorld();
    const { round, reference } = await offered(world);
    await accepted(world, { round, reference });
    expect(await world.deps.residencies.get(reference)).toBeUndefined();
    const agreement = (await world.deps.residencyEvents.of(world.id)).filter(({ kind }) => kind === 'agreement');
    expect(agreement).toMatchObject([
      {
        state: 'OPEN',
        change: { for: 'extension', contract: { number: 2, from: '2028-05-10', to: '2029-05-09' }, months: 12 },
      },
    ]);
    expect((await world.deps.seats.place(reference))?.state).toBe('ACCEPTED');
  });

  it('has nothing begun twice, if the contract is being signed already', async () => {
    const world = await renewalWorld();
    const { round, reference } = await offered(world);
    const accepting = extendResidency(world.deps);
    const place = { reference, roundId: round.id, seat: 'seat' };
    const parts = await accepting(place, world.now());
    const [first, ...more] = parts.events;
    if (!first) throw new Error('nothing began');
    await world.deps.commit({ ...parts, events: [first, ...more] });
    expect(await accepting(place, world.now())).toEqual({ changes: [], events: [], outbox: [] });
  });

  it('cannot accept once it has left, and is told why', async () => {
    const world = await renewalWorld();
    const { round, reference } = await offered(world);
    await world.change(world.id, {}, 'end');
    await expect(accepted(world, { round, reference })).rejects.toThrow(Refused);
    expect((await world.deps.seats.place(reference))?.state).toBe('OFFERED');
  });

  /** The startup gives notice, and the run of its exit begins. */
  async function leaves(world: RenewalWorld): Promise<void> {
    const lastDay = day('2028-05-01');
    const notice = { residency: world.id, by: 'startup', actor: 'applicant', lastDay, reason: '이사합니다.' } as const;
    expect(await giveNotice(world.deps, notice, world.now())).toMatchObject({ kind: 'ended' });
    await exitRun(world);
  }
  async function exitRun(world: RenewalWorld): Promise<void> {
    const id = `${world.id}-E1`;
    const run = presentRunOf(id, await world.eventOf(id));
    expect(
      await residencyEventsDoer.perform(world.deps, { step: 'begin-exit', reference: id, run }, world.now()),
    ).toEqual({ outcome: 'BEGUN' });
  }

  it('is withdrawn from the review once it leaves by notice, once, and told why', async () => {
    const world = await renewalWorld();
    const { round } = await invitedIn(world);
    const sent = await send(world, round);
    await checkApplication(world.deps, { reference: sent.reference, run: runName(sent) }, world.now());
    await leaves(world);
    await exitRun(world);
    const application = await world.deps.applications.get(sent.reference);
    expect(application).toMatchObject({ state: 'WITHDRAWN', withdrawal: { by: 'system:exits' } });
    expect(application?.withdrawal?.reason).toContain('입주 연장 심사를 더 진행하지 않습니다');
    expect(mailsOf(world, 'application-withdrawn')).toHaveLength(1);
    expect(told(world, 'ApplicationWithdrawn')).toHaveLength(1);
  });

  it('is offered nothing, and gives back what it has accepted, once it leaves by notice: nothing more is signed', async () => {
    for (const answers of [false, true]) {
      const world = await renewalWorld();
      const { round, reference } = await offered(world);
      if (answers) {
        await accepted(world, { round, reference });
        world.at(moment('2028-03-25T10:00+09:00'));
      }
      await leaves(world);
      expect((await world.deps.applications.get(reference))?.state).toBe('WITHDRAWN');
      expect((await world.deps.seats.place(reference))?.state).toBe(answers ? 'WITHDRAWN' : undefined);
      const agreements = (await world.deps.residencyEvents.of(world.id)).filter(({ kind }) => kind === 'agreement');
      expect(agreements.map(({ state }) => state)).toEqual(answers ? ['DROPPED'] : []);
    }
  });

  it('keeps what is a contract by now, whatever ends that early', async () => {
    const world = await renewalWorld();
    const { round, reference } = await offered(world);
    await accepted(world, { round, reference });
    const [first] = (await world.present()).contracts;
    if (!first) throw new Error('no contract');
    const second = { number: 2, from: day('2028-05-10'), to: day('2028-09-30') };
    const endedEarly = { by: 'startup', noticedOn: day('2028-06-01'), insteadOf: day('2029-05-09') } as const;
    const contracts = [first, { ...second, endedEarly: { ...endedEarly, at: world.now(), reason: '이사' } }];
    await withdrawRenewals(world.deps, { id: world.id, contracts }, 'system:test', world.now());
    expect((await world.deps.seats.place(reference))?.state).toBe('ACCEPTED');
  });

  it('nothing happens to a place of a round that renews nothing', async () => {
    const world = await renewalWorld();
    const place = { reference: world.id, roundId: 'lab-then', seat: 'seat' };
    expect(await extendResidency(world.deps)(place, world.now())).toEqual({ changes: [], events: [], outbox: [] });
  });
});
