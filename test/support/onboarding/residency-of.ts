import { newResidency, type Residency } from '../../../functions/residencies/residency.ts';
import type { Lang } from '../../../functions/shared/i18n.ts';
import { localDateSchema } from '../../../functions/shared/time.ts';
import { sampleTime } from '../mail-previews/sample.ts';

const day = (written: string) => localDateSchema.parse(written);

/** An invented startup in the Lab, from Monday, 10 May 2027 on. */
export const residencyOf = (reference: string, lang: Lang, change: Partial<Residency> = {}): Residency => ({
  ...newResidency(
    {
      id: reference,
      roundId: 'lab-2027',
      roundVersion: 1,
      seat: 'lab-2027-seat-01',
      startup: {
        kind: 'firm',
        name: '새봄페이',
        number: '123-45-67891',
        representative: '김새봄',
        email: 'saebom@saebom-pay.example',
        lang,
      },
      terms: { id: 'firms', months: 12, extendedBy: 12, mostMonths: 36 },
      desks: 4,
      needsAccess: true,
      contracts: [{ number: 1, from: day('2027-05-10'), to: day('2028-05-09') }],
      documentsDueOn: day('2027-02-23'),
    },
    sampleTime,
  ),
  ...change,
});
