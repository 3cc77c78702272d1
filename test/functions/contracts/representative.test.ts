import { describe, expect, it } from 'vitest';
import { kinds } from '../../../functions/app/kinds.ts';
import { openApplication } from '../../../functions/applications/access.ts';
import { emailKey } from '../../../functions/applications/identity.ts';
import { keepSession } from '../../../functions/applications/keep-session.ts';
import { addressMoved } from '../../../functions/contracts/move-address.ts';
import { openedRequest } from '../../../functions/requests/request.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import { admitted } from '../../../local/demo/lab/startups.ts';
import { contractsWorld } from '../../support/contracts/contracts-world.ts';
import { exitsWorld } from '../../support/exits/exits-world.ts';

describe('a change of representative', () => {
  const changes = { representative: '정가을', email: 'gaeul@saebom-pay.example' };

  it('is signed by the new one; the one before is told, and opens nothing any more once it is in force', async () => {
    const world = await contractsWorld();
    const { deps, id } = world;
    const before = await deps.applications.get(id);
    const begun = await world.addendum(changes);
    expect(begun.kind).toBe('begun');
    expect(world.mails()).toContain('addendum-begun');
    await world.step('ask-for-both-signatures', `${id}-D1`);
    const { signers } = await world.version(`${id}-D1`);
    expect(signers[0]).toMatchObject({ name: '정가을', email: 'gaeul@saebom-pay.example' });
    expect((await deps.applications.get(id))?.email).toBe(admitted.email);
    await world.signedByBoth(`${id}-D1`);
    await world.step('put-in-force', `${id}-D1`);
    const after = await deps.applications.get(id);
    expect(after).toMatchObject({
      email: 'gaeul@saebom-pay.example',
      formerEmail: admitted.email,
      linkGeneration: (before?.linkGeneration ?? 0) + 1,
      proved: { since: world.now() },
    });
    expect(world.mails()).toContain('address-changed');
  });

  it('ends the browsers of the one before, and mails what is asked to the new one by another link', async () => {
    const world = await contractsWorld();
    const { deps, id } = world;
    const round = await deps.rounds.current('lab-then');
    const application = await deps.applications.get(id);
    if (!round || !application) throw new Error('there is no application');
    const { secret } = await keepSession(deps, round, application, world.now());
    const browser = { kind: 'session', reference: id, secret } as const;
    const verifyLink = async () => false;
    expect(await openApplication({ ...deps, verifyLink }, browser, world.now())).toBeDefined();
    const request = openedRequest({
      id: 'request-report',
      kind: 'onboarding-documents',
      subject: id,
      context: round.id,
      askKey: 'onboarding-documents/again',
      outcomes: ['SENT'],
      assignee: { applicant: id },
      why: 'asked',
      plan: { within: 5, remindAfter: [] },
      now: world.now(),
    });
    await deps.commit({
      changes: deps.requests.create(request),
      events: [{ subject: id, type: 'RequestOpened', by: 'system:test', at: world.now() }],
    });
    world.at(addMinutes(world.now(), 60));
    await world.changed(changes);
    expect(await openApplication({ ...deps, verifyLink }, browser, world.now())).toBeUndefined();
    expect(await deps.requests.get(request.id)).toMatchObject({
      state: 'OPEN',
      generation: 2,
      assignee: { applicant: id },
    });
    expect(world.mails()).toContain('onboarding-documents-reminder');
    const [before, after] = [admitted.email, changes.email].map((email) => emailKey(round.id, email));
    expect(await deps.applications.underContact(before ?? '')).toEqual([]);
    expect(await deps.applications.underContact(after ?? '')).toEqual([id]);
  });

  it('takes the list of an exit from the one before, and mails it to the new one', async () => {
    const world = await exitsWorld();
    const { deps, id } = world;
    await world.night('2028-04-09');
    await world.exitStep('begin-exit');
    const own = async () =>
      (await deps.requests.stillOpen(await deps.requests.ofSubject(`${id}-E1`))).filter(
        ({ kind }) => kind === 'checklist-party',
      );
    const [before] = await own();
    const { events, ...moved } = await addressMoved({ ...deps, kinds }, id, changes.email, world.now());
    const [first, ...more] = events;
    if (!first) throw new Error('nothing has moved');
    await deps.commit({ ...moved, events: [first, ...more] });
    const [after, ...none] = await own();
    expect(none).toEqual([]);
    expect(after).toMatchObject({ id: before?.id, assignee: before?.assignee, generation: 2 });
    expect(world.mails('checklist-reminder')).toMatchObject([{ ids: { requests: [before?.id] } }]);
  });
});
