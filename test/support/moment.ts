import { type Instant, instantSchema } from '../../functions/shared/time.ts';

/** A moment as it is written anywhere: `2027-05-10T09:00+09:00`. */
export const moment = (written: string): Instant => instantSchema.parse(new Date(written).toISOString());
