import { committeeApproval, committeeKey, committeeOutcomes } from '../../../functions/committee/committee-requests.ts';
import { loadPeople } from '../../../functions/people/load-people.ts';
import { openedRequest } from '../../../functions/requests/request.ts';
import { requestPath } from '../../../functions/requests/request-link.ts';
import { newReviewer, reviewerLink } from '../../../functions/screening/reviewer.ts';
import { linkPath, type SignLink } from '../../../functions/shared/links.ts';
import { newId } from '../../../functions/shared/random.ts';
import type { Academy } from '../academy.ts';
import type { Visit } from './visits.ts';

/** What their links open for a reviewer and a member of the committee who are no longer that. */
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
  await at.commit({
    changes: [
      at.screenings.saveReviewer(reviewer, undefined),
      // Out of the clock's way.
      ...at.requests.create({ ...request, due: undefined }),
    ],
    events: [{ subject: request.subject, type: 'MadeByTest', by: 'operator:test', at: at.now() }],
  });
  const list = reviewerLink(reviewer);
  return [
    {
      name: 'review-left',
      path: linkPath(list, await sign(list)),
      status: 403,
      heading: { ko: '심사위원 명단에 계시지 않습니다', en: 'You are no longer a reviewer' },
    },
    {
      name: 'committee-left',
      path: await requestPath({ sign, kinds: at.kinds }, request, { person }),
      status: 403,
      heading: { ko: '선발위원 명단에 계시지 않습니다', en: 'You are no longer on the committee' },
    },
  ];
}
