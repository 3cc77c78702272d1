import { withdrawApplication } from '../../../functions/applications/withdraw-application.ts';
import { closeWaitlist } from '../../../functions/seats/close-waitlist.ts';
import { lapseOffer } from '../../../functions/seats/lapse-offer.ts';
import type { Academy } from '../academy.ts';
import { statusHeading, type Typing, type Visit } from '../pages/visits.ts';
import {
  accepting,
  answerByLink,
  browserOf,
  declining,
  linkOf,
  offerOf,
  releasedRound,
  untilPlace,
} from './released-round.ts';
import type { Ranked } from './seats.ts';

/** The pages of offered seats, and the status page of whoever has a place. */
export async function seatVisits(at: Academy, typed: Typing): Promise<Visit[]> {
  const { lang } = typed;
  const { people } = await releasedRound(at, { capacity: 5, people: 11, unplaceable: 1, lang });
  const [offered, accepted, declined, lapsed, withdrawn] = people;
  const [waiting, notSelected] = people.slice(-2);
  if (!offered || !accepted || !declined || !lapsed || !withdrawn || !waiting || !notSelected) {
    throw new Error('eleven were wanted');
  }
  const link = async ({ reference }: Ranked) => linkOf(at, await offerOf(at, reference));
  const [open, taken, refused, late, left] = await Promise.all(
    [offered, accepted, declined, lapsed, withdrawn].map(link),
  );
  await answerByLink(at, accepted, accepting, lang);
  await answerByLink(at, declined, declining, lang);
  await lapseOffer(at, await offerOf(at, lapsed.reference), at.now());
  await withdrawApplication(at, withdrawn.reference, at.now());
  await untilPlace(at, people[7]?.reference ?? '', 'OFFERED');
  const ended = await listEnded(at, typed);

  const offer = { ko: '선발되셨습니다', en: 'You have been selected' };
  const asked = { ko: '참여하지 않으시겠습니까?', en: 'Do you want to decline your place?' };
  const status = (name: string, person: Ranked): Visit => ({
    name: `status-${name}`,
    path: '/application',
    by: browserOf(at, person, lang),
    status: 200,
    heading: statusHeading,
  });
  return [
    { name: 'offer', path: open ?? '', status: 200, heading: offer },
    {
      name: 'offer-errors',
      path: open ?? '',
      post: { 'consent-emergency-contact': 'yes', contactPhone: '02-123' },
      status: 422,
      heading: offer,
    },
    { name: 'offer-decline', path: open ?? '', post: { answer: 'decline' }, status: 200, heading: asked },
    {
      name: 'offer-decline-errors',
      path: open ?? '',
      post: { answer: 'decline-confirmed', reason: 'x'.repeat(501) },
      status: 422,
      heading: asked,
    },
    {
      name: 'offer-accepted',
      path: taken ?? '',
      status: 200,
      heading: { ko: '참여가 확정되었습니다', en: 'You have accepted your place' },
    },
    {
      name: 'offer-declined',
      path: refused ?? '',
      status: 200,
      heading: { ko: '참여하지 않겠다고 답하셨습니다', en: 'You have declined your place' },
    },
    {
      name: 'offer-lapsed',
      path: late ?? '',
      status: 410,
      heading: { ko: '답변 기한이 지났습니다', en: 'The deadline to answer has passed' },
    },
    {
      name: 'offer-withdrawn',
      path: left ?? '',
      status: 200,
      heading: { ko: '지원을 취소하셨습니다', en: 'You have withdrawn your application' },
    },
    status('offered', offered),
    status('seat-accepted', accepted),
    status('seat-declined', declined),
    status('seat-lapsed', lapsed),
    status('waiting', waiting),
    status('not-selected', notSelected),
    status('list-ended', ended),
    {
      name: 'withdraw-seat',
      path: '/application/withdraw',
      by: browserOf(at, accepted, lang),
      status: 200,
      heading: { ko: '참여를 취소하시겠습니까?', en: 'Give up your place?' },
    },
  ];
}

/** Somebody who still waits after an operator closed the waitlist, while an offer is open. */
async function listEnded(at: Academy, { lang }: Typing): Promise<Ranked> {
  const { round, people } = await releasedRound(at, { capacity: 1, people: 2, lang });
  const [first, second] = people;
  if (!first || !second) throw new Error('two were wanted');
  await offerOf(at, first.reference);
  await closeWaitlist(at, round.id, { by: 'operator:test', reason: 'test' }, at.now());
  return second;
}
