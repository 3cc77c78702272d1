import type { Round } from '../../../functions/rounds/round.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import type { Academy } from '../academy.ts';
import { answers, applyBehindPages, begin, emailOf, linkIn, mailTo, proveOther } from '../applicants.ts';

import { openRequest, press, withApplicant, withOfficer } from '../intake/intake.ts';

/** One link of every kind, and what must not be seen by whoever has no right to it. */
export async function everyKindOfLink(at: Academy, round: Round) {
  const clean = await applyBehindPages(at, round);
  const application = linkIn(await mailTo(at, clean.email, '접수했습니다'), at.baseUrl);

  const draftForm = answers();
  const drafting = await begin(at, round, emailOf(draftForm));
  await drafting.post('/apply/later', {});
  const draft = linkIn(await mailTo(at, emailOf(draftForm)), at.baseUrl);

  const moved = await applyBehindPages(at, round);
  const revoked = linkIn(await mailTo(at, moved.email, '접수했습니다'), at.baseUrl);
  await proveOther(at, moved.reference, `new-${moved.email}`);
  await moved.browser.post('/apply/send', { version: '2' });

  const open = await withOfficer(at, round);
  const question = await withApplicant(at, round);
  const settled = await withOfficer(at, round);
  await press(at, settled.link, { outcome: 'ACCEPT' });
  const handed = await withOfficer(at, round);
  await press(at, `${handed.link}/hand-over`, { to: 'lee-junho' });
  const lapsed = await lapsedQuestion(at, round);
  return {
    clean,
    open,
    question,
    settled,
    handed,
    lapsed,
    links: {
      application,
      draft,
      revoked,
      officer: open.link,
      'hand-over page': `${open.link}/hand-over`,
      question: question.questionLink,
      settled: settled.link,
      'handed over': handed.link,
      lapsed: lapsed.questionLink,
    },
  };
}

/** Only this question is due: the clock of others is not moved. */
async function lapsedQuestion(at: Academy, round: Round) {
  const asked = await withApplicant(at, round);
  const { question } = asked;
  const past = { dueAt: addMinutes(at.now(), -2), nextActionAt: addMinutes(at.now(), -1) };
  await at.commit({
    changes: [
      at.requests.save(
        { ...question, ...past, reminders: [], remindersSent: 2, revision: question.revision + 1 },
        question,
      ),
    ],
    events: [{ subject: asked.reference, type: 'TestMovedTheClock', by: 'operator:test', at: at.now() }],
  });
  await at.chaseAt(at.now());
  await at.untilState(asked.reference, 'WITH_OFFICER');
  await openRequest(at, asked.reference, asked.request.id);
  return asked;
}
