import type { Text } from '../shared/i18n.ts';
import type { Round } from './round.ts';

/**
 * A told round without the fields that releases before them refuse to read, as code that was rolled back finds it: what
 * a step says in its detail stands in its text, and what cannot be told there (the appeal, documents, whom a renewal asks) is left out.
 */
export function roundForOlderCode(told: Round): Round {
  const {
    appeal: _appeal,
    documents: _documents,
    residency: _residency,
    renews: _renews,
    whatHappens,
    consents,
    admission,
    ...round
  } = told;
  return {
    ...round,
    whatHappens: whatHappens.map(({ when: _when, detail, text, ...step }) => ({
      ...step,
      text: detail ? joined(text, detail) : text,
    })),
    consents: consents.map(plainConsent),
    ...(admission && { admission: plainAdmission(admission) }),
  };
}

type Admission = NonNullable<Round['admission']>;

function plainAdmission({ review, offer, ...admission }: Admission): Admission {
  const { departmentsApart: _apart, ...plainReview } = review;
  return { ...admission, review: plainReview, offer: { ...offer, consents: offer.consents.map(plainConsent) } };
}

const plainConsent = ({ marketing: _marketing, ...consent }: Round['consents'][number]) => consent;

const joined = (text: Text, detail: Text): Text => ({ ko: `${text.ko}. ${detail.ko}`, en: `${text.en}. ${detail.en}` });
