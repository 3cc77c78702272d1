import type { Instant } from '../shared/time.ts';
import type { Request } from './request.ts';

/** What a lapse means for the subject, by the kind of the request. */
export type Lapses = Readonly<Record<string, (request: Request, now: Instant) => Promise<void>>>;
