import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { deskContextOf, deskRequests } from '../../../functions/app/desk.ts';
import { kinds } from '../../../functions/app/kinds.ts';
import { doneLately, nextPath, waitingFor } from '../../../functions/desk/requests-at-desk.ts';
import { declineReview } from '../../../functions/screening/end-review.ts';
import { openReviewerLink } from '../../../functions/screening/reviewer-link.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import { memorySigner, signedHere } from '../../support/memory/memory-clients.ts';
import { closed, memoryScreening } from '../../support/screening/memory-screening.ts';

it('a review is at its reviewer’s desk by its number in their list, and opens there; no reference is shown', async () => {
  const at = await memoryScreening({ applications: 2 });
  await at.begin();
  const [review] = await at.reviewsOf();
  const person = review && (await at.deps.people.get(review.reviewer));
  if (!person) throw new Error('nobody reviews');
  const { sign, verify } = signedHere(memorySigner());
  const shown = { ...at.deps, sign };
  const deps = { ...shown, kinds, deskRequests: deskRequests(shown), contextOf: deskContextOf(shown) };

  const { listed, all } = await waitingFor(deps, person);
  expect(all).toBe(listed.length);
  const one = listed.find(({ request }) => request.id === review.id);
  expect(one).toMatchObject({
    title: { ko: '심사' },
    about: { ko: `지원서 ${review.label}` },
    context: at.round.title,
  });
  const said = JSON.stringify(listed.map(({ title, about, context }) => [title, about, context]));
  for (const reference of at.references) expect(said).not.toContain(reference);

  const [, , id = '', mac = '', opened = ''] = (await nextPath(deps, person))?.split('/') ?? [];
  expect(await openReviewerLink({ ...at.deps, verifyLink: verify }, id, mac)).toMatchObject({
    kind: 'current',
    reviewer: { person: person.id },
  });
  expect(opened).toBe(listed[0]?.request.id);

  await declineReview(at.deps, { review: review.id, by: person.id, reason: '출장' }, closed);
  expect((await waitingFor(deps, person)).listed.map(({ request }) => request.id)).not.toContain(review.id);
  const done = await doneLately(deps, person, addMinutes(closed, 1));
  expect(done.map(({ request }) => request.id)).toEqual([review.id]);
});

it('reviews that are due together are in the order of their numbers, and one that cannot be read hides no other', async () => {
  const at = await memoryScreening({ applications: 11, reviewers: [{ id: 'anna' }, { id: 'berta' }] });
  await at.begin();
  const person = await at.deps.people.get('anna');
  if (!person) throw new Error('nobody reviews');
  const { sign } = signedHere(memorySigner());
  const shown = { ...at.deps, sign };
  const deps = { ...shown, kinds, deskRequests: deskRequests(shown), contextOf: deskContextOf(shown) };
  const abouts = async () => (await waitingFor(deps, person)).listed.map(({ about }) => about?.en);
  const numbers = Array.from({ length: 11 }, (_, index) => `Application ${index + 1}`);
  expect(await abouts()).toEqual(numbers);

  const second = (await waitingFor(deps, person)).listed[1]?.request.id;
  await at.memory.db.send(
    new UpdateCommand({
      TableName: 'screenings',
      Key: { pk: `review#${second}`, sk: 'review' },
      UpdateExpression: 'SET label = :none',
      ExpressionAttributeValues: { ':none': 'none' },
    }),
  );
  const left = numbers.filter((number) => number !== 'Application 2');
  expect((await abouts()).filter((about) => about !== undefined)).toEqual(left);
  expect(await abouts()).toHaveLength(11);
  expect(await nextPath(deps, person)).toBeDefined();
});
