import type { Text } from '../i18n.ts';

/** Whom to ask, as the round says it. */
export interface Contact {
  readonly email: string;
  readonly phone: string;
  readonly hours: Text;
}
