import { offerKind } from '../../../functions/seats/offer.ts';
import type { Lang } from '../../../functions/shared/i18n.ts';
import { asked, type Sample, withdrawn, words } from '../mail-previews/sample.ts';

export function seatsSamples(lang: Lang): Readonly<Record<string, readonly Sample[]>> {
  const said = words(lang);
  const offer = asked({ kind: offerKind, plan: { within: 7, remindAfter: [3, 5] } });
  return {
    'seat-offered': [
      { variant: 'first', to: 'selected', ids: { request: offer.id }, facts: { requests: [offer] } },
      {
        variant: 'from the waitlist',
        to: 'selected',
        ids: { request: offer.id },
        facts: { requests: [offer], place: { waitlistNumber: 3 } },
      },
    ],
    'offer-reminder': [{ to: 'selected', ids: { request: offer.id }, facts: { requests: [offer] } }],
    'offer-lapsed': [{ to: 'selected', facts: { place: { state: 'LAPSED' } } }],
    'seat-declined': [{ to: 'selected', facts: { place: { state: 'DECLINED' } } }],
    'seat-accepted': [{ to: 'selected', facts: { place: { state: 'ACCEPTED' } } }],
    'seat-given-back': [
      { variant: 'by the applicant', to: 'selected', facts: { application: withdrawn() } },
      { variant: 'by an operator', to: 'selected', facts: { application: withdrawn(said.operator) } },
    ],
    waitlisted: [{ to: 'waiting' }],
    'not-selected': [{ to: 'not selected' }],
  };
}
