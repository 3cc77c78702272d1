import { randomBytes } from 'node:crypto';
import { type Application, changedApplication, newApplication } from '../../../functions/applications/application.ts';
import { identityKeys } from '../../../functions/applications/identity.ts';
import { moveIndexes } from '../../../functions/applications/sent-indexes.ts';
import { newReference } from '../../../functions/shared/references.ts';
import type { Instant } from '../../../functions/shared/time.ts';
import type { MemoryRound } from '../memory/memory-round.ts';

export interface Sent {
  readonly name?: string;
  readonly email?: string;
  readonly mobile?: string;
  readonly sentAt: Instant;
  readonly state?: Application['state'];
  readonly answers?: Readonly<Record<string, string>>;
}

/** Applications as if they had been sent, without their mails and runs. */
export async function sendMany({ deps, round }: MemoryRound, sent: readonly Sent[]): Promise<Application[]> {
  const all: Application[] = [];
  for (const [index, one] of sent.entries()) {
    const { name = '김하늘', mobile = '010-1234-5678', sentAt, state = 'ACCEPTED' } = one;
    const email = one.email ?? `applicant-${index}@example.com`;
    const reference = newReference(round.code, randomBytes(7));
    const answers = { name, email, mobile, birthDate: '1995-03-02', ...one.answers };
    const begun = newApplication({
      reference,
      roundId: round.id,
      roundVersion: round.version,
      lang: 'ko',
      email,
      now: sentAt,
      closesAt: round.closesAt,
    });
    const keys = identityKeys(round.id, answers);
    const change = { version: 1, name, keys, sentAt, expiresAt: undefined };
    const next = { ...changedApplication(begun, sentAt, change, 'submit'), state, needsRun: undefined };
    await deps.store({
      changes: [
        { ...deps.applications.create(next) },
        deps.applications.putVersion({
          reference,
          version: 1,
          roundVersion: round.version,
          lang: 'ko',
          sentAt,
          typed: {},
          answers,
        }),
        ...moveIndexes(deps.applications, next, begun, sentAt),
      ],
      outbox: [],
      at: sentAt,
    });
    all.push(next);
  }
  return all;
}
