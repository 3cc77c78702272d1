import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { type Application, newApplication } from '../../../functions/applications/application.ts';
import { StatusPage } from '../../../functions/applications/pages/status.tsx';
import { ownDates } from '../../../functions/rounds/own-dates.ts';
import { type Round, writtenRoundSchema } from '../../../functions/rounds/round.ts';
import { toldRound } from '../../../functions/rounds/told-round.ts';
import { applicantResult } from '../../../functions/seats/pages/applicant-result.tsx';
import { formatDate, formatInstant, instantSchema } from '../../../functions/shared/time.ts';
import { seatsWorld } from '../../support/seats/seats-world.ts';
import { wordsOf } from '../../support/visitor.ts';
import { academyRound } from '../rounds/academy.ts';

const round = writtenRoundSchema.parse({ ...academyRound(), version: 1, capacity: 1 });
const [selected, waiting] = ['A-27H1-0000-0000', 'A-27H1-0000-0001'];

/** The steps of a told round by their days alone, as files of before gave them. */
const byHand = (told: Round): Round => ({
  ...told,
  whatHappens: told.whatHappens.map(({ when: _when, ...step }) => step),
});

async function pages(released: string, told: Round) {
  const now = instantSchema.parse(released);
  const world = await seatsWorld(
    round,
    [selected, waiting].map((reference) => ({ reference, email: `${reference}@example.com` })),
    now,
  );
  await world.deliver(Number.POSITIVE_INFINITY);
  const page = async (reference: string) => {
    const { id: roundId, closesAt } = round;
    const given = { reference, roundId, roundVersion: 1, lang: 'ko', email: 'one@example.com', now, closesAt } as const;
    const application: Application = { ...newApplication(given), state: 'ACCEPTED', version: 1 };
    const result = await applicantResult(world.deps)(application, told, now);
    if (!result) throw new Error(`${reference} has no result`);
    const props = { application, round: told, request: undefined, now, lang: 'ko', result } as const;
    return wordsOf(renderToString(<StatusPage {...props} />));
  };
  const offer = await world.deps.requests.byAskKey(`seat-offer/${round.id}-seat-01/1`);
  if (!offer) throw new Error('there is an offer');
  return { dueAt: offer.dueAt, selected: await page(selected), waiting: await page(waiting) };
}

describe.each([
  ['early', '2027-02-16T01:00:00Z'],
  ['late', '2027-02-23T01:00:00Z'],
])('the status page of who is selected by results that are %s', (_when, released) => {
  it.each([
    ['names its moments', toldRound(round)],
    ['gives its days', byHand(toldRound(round))],
  ])('tells the applicant’s own deadline and no other, in a round that %s', async (_way, told) => {
    const announced = ownDates(round).flatMap(({ name, date }) =>
      name === 'answersDue' || name === 'lookAgainDue' ? [formatDate(date, 'ko')] : [],
    );
    const found = await pages(released, told);
    expect(announced).not.toContain(formatInstant(found.dueAt, 'ko').slice(0, announced[0]?.length));
    expect(found.selected).toContain(formatInstant(found.dueAt, 'ko'));
    for (const page of [found.selected, found.waiting]) {
      for (const day of announced) expect(page).not.toContain(day);
      expect(page).not.toContain('참여 답변 마감');
      expect(page).toContain('대기 마감');
      expect(page).toContain(formatDate(round.firstDay, 'ko'));
    }
  });
});
