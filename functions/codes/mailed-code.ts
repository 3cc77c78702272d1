import { linkPath, type SignLink } from '../shared/links.ts';
import type { Instant } from '../shared/time.ts';
import { type Challenge, codeLinkPath, deriveCodeAndLink, hasCode } from './code.ts';
import type { CodesTable } from './codes-table.ts';

export interface MailedCode {
  readonly challenge: Challenge;
  readonly code: string;
  /** Until when the code may be entered. */
  readonly until: Instant;
  /** The path of the link, which opens on any device. */
  readonly path: string;
}

/** What the mail of a challenge says, made of the truth of the moment; nothing if its code is used or too old. */
export async function mailedCode(
  deps: { readonly codes: CodesTable; readonly signCode: SignLink },
  id: string | undefined,
  now: Instant,
): Promise<MailedCode | undefined> {
  const challenge = id === undefined ? undefined : await deps.codes.challenge(id);
  if (!challenge?.mailed) return undefined;
  const row = await deps.codes.address(challenge);
  if (!hasCode(row, now) || row.code !== challenge.mailed.code) return undefined;
  const { code, link } = await deriveCodeAndLink(deps.signCode, row.code, challenge);
  return { challenge, code, until: row.codeUntil, path: linkPath({ path: codeLinkPath, id: challenge.id }, link) };
}
