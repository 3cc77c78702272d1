import type { Kinds } from '../../requests/kind.ts';
import type { Lang } from '../../shared/i18n.ts';
import type { Instant } from '../../shared/time.ts';
import type { Stand } from '../residency-file.ts';

/** What each part of a startup's own page is made of. */
export interface StartupProps {
  readonly stand: Stand;
  readonly kinds: Kinds;
  /** Whether what it is asked opens from here: not if somebody else reads its mails. */
  readonly opens: boolean;
  readonly now: Instant;
  readonly lang: Lang;
}
