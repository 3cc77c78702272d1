import { expect, it } from 'vitest';
import { deskContextOf, deskRequests } from '../../../functions/app/desk.ts';
import { kinds } from '../../../functions/app/kinds.ts';
import { doneLately, nextPath, waitingFor } from '../../../functions/desk/requests-at-desk.ts';
import { memoryCommittee, now } from '../../support/committee/memory-committee.ts';
import { memorySigner, signedHere } from '../../support/memory/memory-clients.ts';

it('a member’s desk says which ranking is to be approved, and which was', async () => {
  const at = await memoryCommittee();
  const person = await at.deps.people.get('jung-haneul');
  if (!person) throw new Error('there is no such member');
  const shown = { ...at.deps, sign: signedHere(memorySigner()).sign };
  const deps = { ...shown, kinds, deskRequests: deskRequests(shown), contextOf: deskContextOf(shown) };
  const waiting = async () => (await waitingFor(deps, person)).listed.map(({ about }) => about?.ko);

  await at.rank();
  await at.ask();
  expect(await waiting()).toEqual(['순위표 1']);
  expect(await nextPath(deps, person)).toMatch(/^\/r\/committee\//u);
  await at.approve('jung-haneul');
  await at.sendRankingBack('kang-jiho', [await at.lastTo(2)]);
  await at.ask();
  expect(await waiting()).toEqual(['순위표 2']);
  expect((await doneLately(deps, person, now)).map(({ about }) => about?.en)).toEqual(['Ranking 1']);
});
