import { beginExtension } from '../contracts/begin-extension.ts';
import type { Dependencies } from '../residencies/dependencies.ts';
import type { Accepting } from '../seats/accepting.ts';
import { Fault, Refused } from '../shared/errors.ts';
import type { Text } from '../shared/i18n.ts';
import { renewedBy } from './invited.ts';

const words = {
  leaving: {
    ko: '입주가 끝났거나 해지가 통보되어 연장하실 수 없습니다. 사실과 다르면 문의처로 연락해 주십시오.',
    en: 'Your residency is over, or one side has given notice, so it cannot be extended. If that is not right, contact us.',
  },
} as const satisfies Record<string, Text>;

type Reach = Pick<Dependencies, 'applications' | 'rounds' | 'residencies' | 'residencyEvents'>;

/**
 * When the offer of a round of renewal is accepted, no residency begins: both sides are asked to sign the next contract of
 * the one that is there.
 */
export const extendResidency =
  (deps: Reach): Accepting =>
  async ({ reference, roundId }, now) => {
    const nothing = { changes: [], events: [], outbox: [] };
    const { renews } = (await deps.rounds.current(roundId)) ?? {};
    if (!renews) return nothing;
    const application = await deps.applications.get(reference);
    const residency = application?.renews === undefined ? undefined : await deps.residencies.get(application.renews);
    const number = residency && renewedBy(renews, residency);
    if (!residency || number === undefined) throw new Fault('ResidencyMissing', { reference });
    const begun = await beginExtension(deps, { residency, number, by: 'applicant' }, now);
    switch (begun.kind) {
      case 'begins':
        return begun.parts;
      case 'under-way':
      case 'in-force':
        return nothing;
      default:
        throw new Refused('ResidencyNotExtended', words.leaving);
    }
  };
