import { createHmac } from 'node:crypto';
import { type AskDependencies, askForCode } from '../../../functions/codes/ask-for-code.ts';
import { enterCode } from '../../../functions/codes/enter-code.ts';
import { mailedCode } from '../../../functions/codes/mailed-code.ts';
import type { LinkTarget } from '../../../functions/shared/links.ts';
import { type Instant, toInstant } from '../../../functions/shared/time.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** Codes are derived as KMS would, by a key of our own. */
export const signCode = async ({ id, assignee }: LinkTarget): Promise<string> =>
  createHmac('sha256', 'bench').update(`${id}${assignee}`).digest('base64url');

/** People who prove their addresses: they ask, wait for the mail and type its code. */
export function proofs(
  deps: Omit<AskDependencies, 'codesAnHour'>,
  given: { readonly clock: VirtualClock; readonly about: string; readonly typed: () => Promise<void> },
) {
  const { clock, about, typed } = given;
  const now = (): Instant => toInstant(new Date(clock.now()));
  const arrived = new Map<string, (code: string) => void>();
  const waits: number[] = [];
  return {
    /** How long each has waited for the mail, in milliseconds. */
    waits,
    /** The mail of a challenge has left. */
    mailed: async (challenge: string | undefined): Promise<void> => {
      const mail = await mailedCode({ codes: deps.codes, signCode }, challenge, now());
      if (mail) arrived.get(mail.challenge.id)?.(mail.code);
    },
    /** @throws if the code does not prove the address */
    prove: async (email: string): Promise<void> => {
      const asked = await askForCode(
        { ...deps, codesAnHour: 10 },
        {
          email,
          about,
          lang: 'ko',
          source: email,
          mail: (challenge) => ({ kind: 'mail', template: 'address-code', to: { challenge }, ids: {} }),
        },
        now(),
      );
      if (asked.kind !== 'asked') throw new Error(`${email} may not ask for a code`);
      const since = clock.now();
      const { promise, resolve } = Promise.withResolvers<string>();
      arrived.set(asked.id, resolve);
      const code = await promise;
      arrived.delete(asked.id);
      waits.push(clock.now() - since);
      await typed();
      const { kind } = await enterCode({ codes: deps.codes, signCode }, { ...asked, code }, now());
      if (kind !== 'proved') throw new Error(`the code of ${email} is ${kind}`);
    },
  };
}
