import * as z from 'zod';
import type { WrittenDraft } from '../../../functions/rounds/round.ts';
import { addDays, type LocalDate, seoulTime } from '../../../functions/shared/time.ts';
import { checkedRound, roundFile } from './written-rounds.ts';

/** A round of the Lab at another time: what it is called, and the day on which its startups move in. */
export interface LabRound {
  readonly id: string;
  readonly code: string;
  readonly title: { readonly ko: string; readonly en: string };
  readonly firstDay: LocalDate;
  /** Places, if not as many as the Lab has. */
  readonly capacity?: number;
}

/** How many days before the first day something is. */
const before = { opens: 120, closes: 60, results: 30, waitlist: 1 } as const;

const retention = {
  ko: '이 컴퓨터에만 저장하며, 시연 환경을 새로 시작하면 모두 파기됩니다.',
  en: 'Kept only on this computer, and erased when the demonstration is started over.',
};

/** The consents of a round, which say what is kept of a demonstration. */
export const demoConsents = <Consent extends object>(consents: readonly Consent[]) =>
  consents.map((consent) => ({ ...consent, retention }));

const partSchema = z.looseObject({});
const file = roundFile(
  'rounds/lab-2027.yaml',
  z.looseObject({
    consents: z.array(partSchema),
    admission: z.looseObject({ ranking: partSchema, offer: z.looseObject({ waitlist: partSchema }) }),
  }),
);

/** The Lab's round of `rounds/`, with other dates and a name that says that it is a demonstration. */
export function labRound({ id, code, title, firstDay, capacity }: LabRound): WrittenDraft {
  const written = file();
  const day = (days: number): LocalDate => addDays(firstDay, -days);
  const { admission } = written;
  const round = {
    ...written,
    id,
    code,
    title,
    ...(capacity !== undefined && { capacity }),
    summary: {
      ko: '입주 과정을 직접 해 볼 수 있도록 만든 시연용 모집입니다. 기업과 사람은 모두 지어낸 것입니다.',
      en: 'With this demonstration round you can try a residency. All firms and people are invented.',
    },
    opensAt: seoulTime(day(before.opens), '09:00'),
    closesAt: seoulTime(day(before.closes), '18:00'),
    resultsOn: day(before.results),
    firstDay,
    consents: demoConsents(written.consents),
    admission: {
      ...admission,
      // Seats that are kept for some would be more than there are.
      ...(capacity !== undefined && { ranking: { ...admission.ranking, quotas: [] } }),
      offer: { ...admission.offer, waitlist: { ...admission.offer.waitlist, lastDay: day(before.waitlist) } },
    },
  };
  return checkedRound(id, round);
}
