import * as z from 'zod';
import type { WrittenDraft } from '../../../functions/rounds/round.ts';
import {
  addDays,
  addMinutes,
  type Instant,
  type LocalDate,
  seoulDateOf,
  seoulTime,
} from '../../../functions/shared/time.ts';
import { demoConsents } from './lab-round.ts';
import { checkedRound, roundFile } from './written-rounds.ts';

const partSchema = z.looseObject({});
const file = roundFile(
  'rounds/lab-2027-renewal.yaml',
  z.looseObject({
    consents: z.array(partSchema),
    admission: z.looseObject({ offer: z.looseObject({ waitlist: partSchema }) }),
  }),
);

/** How many days from the first start on its applications and its results are. */
const days = { closes: 10, results: 40, waitlist: 60 } as const;

/** The round of renewal of `rounds/`, open now, for the startups of another round whose contracts end about a day. */
export function renewalRound(
  { id, code, of, ends }: { readonly id: string; readonly code: string; readonly of: string; readonly ends: LocalDate },
  now: Instant,
): WrittenDraft {
  const written = file();
  const { admission } = written;
  const today = seoulDateOf(now);
  const round = {
    ...written,
    id,
    code,
    title: { ko: '서울 핀테크 랩 입주 연장 (시연용)', en: 'Seoul Fintech Lab, extensions (demonstration)' },
    summary: {
      ko: '입주 연장을 직접 해 볼 수 있도록 만든 시연용 모집입니다. 기업과 사람은 모두 지어낸 것입니다.',
      en: 'With this demonstration round you can try an extension. All firms and people are invented.',
    },
    renews: { round: of, window: { from: addDays(ends, -5), to: addDays(ends, 5) } },
    opensAt: addMinutes(now, -60),
    closesAt: seoulTime(addDays(today, days.closes), '18:00'),
    resultsOn: addDays(today, days.results),
    firstDay: addDays(ends, 1),
    consents: demoConsents(written.consents),
    admission: {
      ...admission,
      offer: { ...admission.offer, waitlist: { ...admission.offer.waitlist, lastDay: addDays(today, days.waitlist) } },
    },
  };
  return checkedRound(id, round);
}
