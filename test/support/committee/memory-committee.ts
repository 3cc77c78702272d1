import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { approveRanking } from '../../../functions/committee/approve-ranking.ts';
import { askCommittee } from '../../../functions/committee/ask-committee.ts';
import { committeeKey } from '../../../functions/committee/committee-requests.ts';
import { declareCommitteeConflict } from '../../../functions/committee/declare-committee-conflict.ts';
import type { Move } from '../../../functions/committee/moves.ts';
import { returnRanking } from '../../../functions/committee/return-ranking.ts';
import { entrySchema } from '../../../functions/outbox/entry.ts';
import { loadPeople } from '../../../functions/people/load-people.ts';
import type { RoundDraft } from '../../../functions/rounds/round.ts';
import { rankApplicants } from '../../../functions/selection/rank-applicants.ts';
import { eventsOf } from '../../../functions/shared/database/audit.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { memoryRound } from '../memory/memory-round.ts';
import { plainScores, storeReviewed, toRanking, type Wanted } from '../selection/ranked-round.ts';

export const announced = instantSchema.parse('2026-11-20T00:00:00Z');
/** When the reviews are in. */
export const now = instantSchema.parse('2027-02-16T09:00:00Z');
export const count = 12;
export const members = ['jung-haneul', 'kang-jiho', 'yoon-areum'] as const;

/** A round with four seats whose twelve applications are reviewed, in memory, and what its committee does. */
export async function memoryCommittee(
  applicant: (index: number) => Partial<Wanted> = () => ({}),
  change: Partial<RoundDraft> = {},
) {
  const round = await memoryRound(announced, { capacity: 4, ...change });
  const { deps, memory } = round;
  const { id } = round.round;
  const wanted = Array.from({ length: count }, (_, index) => ({
    scores: plainScores(index, count),
    ...applicant(index),
  }));
  const placed = await storeReviewed(deps, round.round, wanted, announced);
  await toRanking(deps, round.round, now);

  let tokens = 0;
  const requestTo = (member: string, number = 1) => deps.requests.byAskKey(committeeKey(id, number, member));
  const answerOf = async (member: string, number = 1) => {
    const request = await requestTo(member, number);
    if (!request) throw new Error(`${member} was not asked about ${number}`);
    return { request: request.id, generation: request.generation, by: member };
  };
  const outbox = async () => {
    const { Items = [] } = await memory.db.send(new ScanCommand({ TableName: 'outbox' }));
    return Items.map((item) => entrySchema.parse(item));
  };
  const snapshot = async (number: number) => {
    const found = await deps.admissions.snapshot(id, number);
    if (!found) throw new Error(`there is no snapshot ${number}`);
    return found;
  };
  const events = () => eventsOf(memory.db, 'audit', `round#${id}`);

  return {
    ...round,
    id,
    placed,
    rank: async () => rankApplicants(deps, await round.step(), now),
    ask: async () => {
      tokens += 1;
      await askCommittee(deps, { ...(await round.step()), token: `token-${tokens}` }, now);
    },
    requestTo,
    answerOf,
    approve: async (member: string, number = 1) => approveRanking(deps, await answerOf(member, number), now),
    sendRankingBack: async (member: string, moves: readonly Move[], number = 1) =>
      returnRanking(deps, await answerOf(member, number), moves, now),
    declare: async (member: string, number = 1) => declareCommitteeConflict(deps, await answerOf(member, number), now),
    /** The outcomes of what the members were asked. */
    outcomes: async (number = 1) =>
      Promise.all(members.map(async (member) => (await requestTo(member, number))?.outcome ?? 'open')),
    snapshot,
    deliberation: (number = 1) => deps.admissions.deliberation(id, number),
    outbox,
    mails: async (template: string) =>
      (await outbox()).flatMap(({ errand }) =>
        errand.kind === 'mail' && errand.template === template ? [errand] : [],
      ),
    resumptions: async () =>
      (await outbox()).flatMap(({ errand }) => (errand.kind === 'resume' ? [errand.callback] : [])),
    events,
    types: async () => (await events()).map(({ type }) => type),
    /** Who is last in the ranking in force moves to a place. */
    lastTo: async (place: number): Promise<Move> => ({
      reference: (await snapshot((await round.admission()).snapshot)).entries.at(-1)?.reference ?? '',
      to: place,
      reason: '면접에서 확인한 경력',
    }),
    loadMember: (member: string, roles: readonly 'committee'[]) =>
      loadPeople(
        deps,
        [
          {
            id: member,
            name: '새 위원',
            email: `${member}@academy.example.kr`,
            lang: 'ko',
            roles: [...roles],
            deputy: undefined,
            absences: [],
            affiliations: [],
            languages: ['ko'],
            capacity: 50,
          },
        ],
        'operator:test',
        now,
      ),
  };
}
export type MemoryCommittee = Awaited<ReturnType<typeof memoryCommittee>>;
