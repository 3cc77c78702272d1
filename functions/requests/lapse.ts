import type { Instant } from '../shared/time.ts';
import type { KindParts } from './kind.ts';
import type { PersonRequest } from './request.ts';

type Lapse = (request: PersonRequest, now: Instant) => Promise<void>;

/** What a lapse means for the subject, by the kind of the request. */
export type Lapses = Readonly<Record<string, Lapse>>;

/** What it means for each of a capability's kinds that lapse. */
export type LapsesOf<Kinds extends Readonly<Record<string, KindParts>>> = {
  readonly [Name in keyof Kinds as Kinds[Name]['lapses'] extends true ? Name : never]: Lapse;
};
