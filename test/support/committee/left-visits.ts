import { committeeApproval, committeeKey, committeeOutcomes } from '../../../functions/committee/committee-requests.ts';
import { loadPeople } from '../../../functions/people/load-people.ts';
import { openedRequest, requestSchema } from '../../../functions/requests/request.ts';
import { staffPath } from '../../../functions/requests/request-link.ts';
import { newReviewer, reviewerLink } from '../../../functions/reviewers/reviewer.ts';
import { linkPath, type SignLink } from '../../../functions/shared/links.ts';
import { newId } from '../../../functions/shared/random.ts';
import type { Academy } from '../academy.ts';
import type { Visit } from '../pages/visits.ts';

/** What their links open for a reviewer and a member of the committee who are no longer that, and for who has moved. */
export async function leftVisits(at: Academy, sign: SignLink): Promise<Visit[]> {
  const person = `left-${process.pid}`;
  const row = { id: person, name: '한시연', email: `${person}@bank.example`, lang: 'ko', deputy: undefined } as const;
  const rest = { roles: [], absences: [], affiliations: [], languages: [], capacity: 0 };
  await loadPeople(at, [{ ...row, ...rest }], 'operator:test', at.now());
  const round = await at.round();
  const reviewer = newReviewer(round.id, person);
  const request = openedRequest({
    id: newId(at.random),
    kind: committeeApproval,
    subject: `round#${round.id}`,
    context: round.id,
    askKey: committeeKey(round.id, 1, person),
    outcomes: committeeOutcomes,
    assignee: { person },
    why: 'asked',
    plan: { within: 10, remindAfter: [] },
    now: at.now(),
  });
  const moved = `moved-${process.pid}`;
  for (const email of [`${moved}@before.example`, `${moved}@after.example`]) {
    const manager = { ...row, ...rest, id: moved, email, roles: ['academy-manager'] };
    await loadPeople(at, [manager], 'operator:test', at.now());
  }
  const open = { ...request, id: newId(at.random), askKey: `test/${moved}`, kind: 'look-again' };
  const withMoved = { ...open, assignee: { person: moved }, held: [{ ...request.held[0], assignee: moved }] };
  await at.commit({
    changes: [
      at.screenings.saveReviewer(reviewer, undefined),
      // Out of the clock's way.
      ...at.requests.create({ ...request, due: undefined }),
      ...at.requests.create(requestSchema.parse({ ...withMoved, due: undefined, openFor: moved })),
    ],
    events: [{ subject: request.subject, type: 'MadeByTest', by: 'operator:test', at: at.now() }],
  });
  const list = reviewerLink(reviewer);
  return [
    {
      name: 'link-renewed',
      path: await staffPath({ sign, kinds: at.kinds }, requestSchema.parse(withMoved), { id: moved }),
      status: 410,
      heading: { ko: '새 링크를 이메일로 보내 드렸습니다', en: 'We have emailed you a newer link' },
    },
    {
      name: 'review-left',
      path: linkPath(list, await sign(list)),
      status: 403,
      heading: { ko: '심사위원 명단에서 제외되셨습니다', en: 'You are no longer a reviewer' },
    },
    {
      name: 'committee-left',
      path: await staffPath({ sign, kinds: at.kinds }, request, { id: person }),
      status: 403,
      heading: { ko: '더 이상 담당하지 않으시는 요청입니다', en: 'You no longer need to decide this' },
    },
  ];
}
