import type { Telling } from '../../desk/telling.ts';
import type { Kinds } from '../../requests/kind.ts';
import type { Lang } from '../../shared/i18n.ts';
import type { Instant } from '../../shared/time.ts';
import type { ResidencyFile } from '../residency-file.ts';

/** What each part of a residency's page at the desk is made of. */
export interface ResidencyProps {
  readonly file: ResidencyFile;
  readonly kinds: Kinds;
  readonly telling: Telling;
  /** Whether whoever looks decides about it. */
  readonly decides: boolean;
  readonly now: Instant;
  readonly lang: Lang;
}
