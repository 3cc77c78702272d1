import { committeeKey } from '../../../functions/committee/committee-requests.ts';
import { moveInRanking } from '../../../functions/committee/moves.ts';
import { CommitteePage } from '../../../functions/committee/pages/committee.tsx';
import { newDeliberation } from '../../../functions/selection/deliberation.ts';
import type { Snapshot } from '../../../functions/selection/snapshot.ts';
import type { Lang } from '../../../functions/shared/i18n.ts';
import { html } from '../../../functions/shared/pages/request.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { openRequest } from '../requests/requests.ts';
import { largeRound } from '../selection/large-ranking.ts';

const at = instantSchema.parse('2027-02-16T09:00:00Z');

/** The committee's page of a ranking, and of one that a move to the second place has made of it. */
export function committeeHtml(before: Snapshot, lang: Lang, { moved = false } = {}): string {
  const moves = [{ reference: before.entries.at(-1)?.reference ?? '', to: 2, reason: '면접에서 확인한 경력' }];
  const result = moved ? moveInRanking(before, moves, 'person:jung-haneul', at) : undefined;
  const snapshot = result?.kind === 'moved' ? result.snapshot : before;
  const request = openRequest({
    kind: 'committee-approval',
    subject: `round#${largeRound.id}`,
    askKey: committeeKey(largeRound.id, snapshot.number, 'jung-haneul'),
  });
  const applicants = new Map(
    before.entries.map(({ reference }, index) => [
      reference,
      { name: `김지원${'가나다라마바사아자차'[index % 10]}`, state: 'ACCEPTED' as const },
    ]),
  );
  return html(
    <CommitteePage
      request={request}
      path={`/r/${'0'.repeat(32)}/${'A'.repeat(43)}`}
      round={largeRound}
      snapshot={snapshot}
      before={moved ? before : undefined}
      deliberation={newDeliberation({ roundId: largeRound.id, number: snapshot.number }, 2, undefined)}
      applicants={applicants}
      members={new Map([['jung-haneul', '정하늘']])}
      lang={lang}
    />,
  ).body;
}
