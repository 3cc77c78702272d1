import { beforeEach, describe, expect, it } from 'vitest';
import { approveRanking } from '../../../functions/committee/approve-ranking.ts';
import { committeePages } from '../../../functions/committee/pages/committee-kind.tsx';
import { membersOnly } from '../../../functions/committee/pages/members-only.tsx';
import type { RequestKind } from '../../../functions/requests/pages/kinds.ts';
import type { Lang } from '../../../functions/shared/i18n.ts';
import { type MemoryCommittee, memoryCommittee, now } from '../../support/committee/memory-committee.ts';
import { wordsOf } from '../../support/visitor.ts';

let round: MemoryCommittee;
beforeEach(async () => {
  round = await memoryCommittee();
  await round.rank();
  await round.ask();
});

const page = async () => ({ status: 200, headers: {}, body: '순위' });
const kind: RequestKind = { show: page, answer: page, below: page, closed: page };

/** Every page of a member's link. */
async function opened(member: string, lang: Lang = 'ko') {
  const request = await round.requestTo(member);
  if (!request) throw new Error(`${member} was not asked`);
  const held = { request, holder: member, path: '/r/x/y' };
  const of = {
    method: 'GET',
    path: '/r/x/y',
    params: {},
    query: {},
    form: new Map<string, string[]>(),
    cookies: {},
    lang,
    now,
  } as const;
  const { show, below, closed } = membersOnly(round.deps, kind);
  return Promise.all([show(held, of), below?.(held, of, ['case', 'A']), closed(request, of)]);
}

describe('the pages of the committee', () => {
  it('open for its members', async () => {
    for (const answer of await opened('kang-jiho')) expect(answer).toMatchObject({ status: 200, body: '순위' });
  });

  it('open no longer for who has left it, and say so', async () => {
    await round.loadMember('kang-jiho', []);
    for (const answer of await opened('kang-jiho')) {
      expect(answer?.status).toBe(403);
      expect(answer?.body).not.toContain('순위</');
      expect(wordsOf(answer?.body ?? '')).toContain('선발위원 명단에 계시지 않습니다');
    }
    for (const answer of await opened('kang-jiho', 'en')) {
      expect(wordsOf(answer?.body ?? '')).toContain('You are no longer on the committee');
    }
  });

  it('name who has approved and has left the committee since', async () => {
    const [left, stays] = await Promise.all(
      ['kang-jiho', 'jung-haneul'].map(async (by) => {
        const request = await round.requestTo(by);
        if (!request) throw new Error(`${by} was not asked`);
        await approveRanking(round.deps, { request: request.id, generation: request.generation, by }, now);
        return request;
      }),
    );
    await round.loadMember('kang-jiho', []);
    const settled = await round.deps.requests.get(stays?.id ?? '');
    if (!left || !settled) throw new Error('nobody was asked');
    const page = await committeePages(round.deps).closed(settled, {
      method: 'GET',
      path: '/r/x/y',
      params: {},
      query: {},
      form: new Map<string, string[]>(),
      cookies: {},
      lang: 'ko',
      now,
    });
    expect(page.body).toContain('정하늘');
    expect(page.body).toContain('새 위원');
    expect(page.body).not.toMatch(/>[^<]*kang-jiho/u);
  });
});
