import { expect, it } from 'vitest';
import { reconsiderationKey } from '../../functions/results/reconsideration.ts';
import { runNameOf } from '../../functions/runs/run.ts';
import { seatId } from '../../functions/seats/seat.ts';
import { mailsTo } from '../support/applicants.ts';
import { canary, foundIn } from '../support/canaries.ts';
import type { TestCloud } from '../support/cloud.ts';
import {
  committee,
  memberLink,
  press,
  rankedRound,
  sendRankingBack,
  twoSeats,
  untilAdmission,
} from '../support/committee/committee.ts';
import { eventually } from '../support/eventually.ts';
import { officer } from '../support/intake/intake.ts';
import { logLines } from '../support/logs.ts';
import { requestLink } from '../support/requests/asked-by-mail.ts';
import { accepting, linkOf, offerOf, untilPlace } from '../support/seats/released-round.ts';
import { type Visitor, visitor } from '../support/visitor.ts';
import { writtenIn } from '../support/written.ts';

/** A browser in which the application is open, by the link in the newest mail. */
async function opened(at: TestCloud, email: string): Promise<Visitor> {
  const browser = visitor(at.baseUrl);
  const link = await eventually('a link to the application', async () =>
    (await mailsTo(at, email)).flatMap(({ text }) => /\/a\/[\w-]+\/[\w-]+/u.exec(text)?.[0] ?? []).at(-1),
  );
  await browser.get(link);
  return browser;
}

/** What is typed in a selection, on a cloud whose faults are hidden. */
export function privacyOfSelection(cloud: () => TestCloud): void {
  it('is in the tables of entities alone: not in logs, runs, audit or outbox', async () => {
    const [at, since] = [cloud(), Date.now() - 5];
    const people = Array.from({ length: 8 }, () => canary());
    const [writes] = people;
    if (!writes) throw new Error('there is nobody');
    const { round, placed } = await rankedRound(at, {
      count: 8,
      change: twoSeats(at.now()),
      applicant: (index) => ({ form: people[index]?.form, comment: people[index]?.words.reply }),
    });

    // A member moves somebody and says why; two approve what comes of it.
    const [member, other] = committee;
    const moved = placed.at(-1)?.reference ?? '';
    await sendRankingBack(at, await memberLink(at, round.id, member), moved, writes.words.question);
    for (const one of [member, other]) await press(at, await memberLink(at, round.id, one, 2), 'APPROVE');
    await untilAdmission(at, round.id, 'SEATING');

    // One takes the seat and gives somebody to call, one declines and says why, one asks for reconsideration.
    const snapshot = await at.admissions.snapshot(round.id, 2);
    const [taker = '', decliner = ''] = snapshot?.entries.map(({ reference }) => reference) ?? [];
    const contact = canary();
    const [contactName = '', contactPhone = ''] = contact.texts;
    await visitor(at.baseUrl).post(await linkOf(at, await offerOf(at, taker)), {
      ...accepting,
      'consent-emergency-contact': 'yes',
      contactName,
      contactRelationship: contact.words.plan,
      contactPhone,
    });
    await untilPlace(at, taker, 'ACCEPTED');
    const decline = { answer: 'decline-confirmed', reason: contact.words.motivation };
    await visitor(at.baseUrl).post(await linkOf(at, await offerOf(at, decliner)), decline);
    await untilPlace(at, decliner, 'DECLINED');
    const notSelected = snapshot?.entries.at(-1)?.reference ?? '';
    await untilPlace(at, notSelected, 'NOT_SELECTED');
    const asking = placed.find(({ reference }) => reference === notSelected);
    await (await opened(at, asking?.email ?? '')).post('/result/look-again', { words: contact.words.question });
    const request = await at.requests.byAskKey(reconsiderationKey(notSelected));
    const decision = { outcome: 'GRANT', place: '5', reason: contact.words.reason };
    await visitor(at.baseUrl).post(await requestLink(at, request?.id ?? '', officer), decision);
    await untilPlace(at, notSelected, 'WAITING', 'OFFERED');

    const admission = await at.admissions.get(round.id);
    const names = Array.from({ length: admission?.run ?? 1 }, (_, before) => runNameOf(round.id, before + 1));
    const histories = await Promise.all([
      ...names.map((name) => at.historyOf(name, 'cohort-admission').catch(() => [])),
      ...[1, 2].map((number) => at.historyOf(seatId(round.id, number), 'seat-offer')),
    ]);
    const places = {
      logs: (await logLines(at, since)).join('\n'),
      runs: JSON.stringify(histories),
      audit: JSON.stringify(await writtenIn(at, 'AUDIT_TABLE')),
      outbox: JSON.stringify(await writtenIn(at, 'OUTBOX_TABLE')),
      people: JSON.stringify(await writtenIn(at, 'PEOPLE_TABLE')),
    };
    for (const place of [places.logs, places.runs, places.audit, places.outbox]) expect(place).toContain(round.id);
    const texts = [...people, contact].flatMap((person) => person.texts);
    expect(foundIn(places, texts)).toEqual([]);

    const stored = JSON.stringify([await writtenIn(at, 'SEATS_TABLE'), await writtenIn(at, 'ADMISSIONS_TABLE')]);
    for (const kept of [contactName, contact.words.plan, writes.words.question]) expect(stored).toContain(kept);
    expect(JSON.stringify(await writtenIn(at, 'SCREENINGS_TABLE'))).toContain(writes.words.reply);
    const requests = JSON.stringify(await writtenIn(at, 'REQUESTS_TABLE'));
    for (const kept of [contact.words.motivation, contact.words.question, contact.words.reason]) {
      expect(requests).toContain(kept);
    }
  });
}
