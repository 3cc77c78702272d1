import { lastOf, type Residency } from '../residencies/residency.ts';
import type { Round } from '../rounds/round.ts';
import type { Lang } from '../shared/i18n.ts';
import type { Fact } from '../shared/mail/components.tsx';
import { formatDate, formatEnd } from '../shared/time.ts';
import { invitationOf } from './invited.ts';
import { renewalWords as words } from './words.ts';

/** Until when the contract runs that a startup has. */
export const endFact = (residency: Pick<Residency, 'contracts'>, lang: Lang): Fact => ({
  term: words.ends[lang],
  value: formatDate(lastOf(residency).to, lang),
});

/** What an invitation is about: until when the contract runs, what would follow, and when that is decided. */
export function invitationFacts(residency: Residency, round: Round, lang: Lang): readonly Fact[] {
  const asked = round.renews && invitationOf(round.renews, residency);
  const days = asked?.kind === 'invited' ? asked.next.days : undefined;
  return [
    endFact(residency, lang),
    ...(days
      ? [{ term: words.next[lang], value: `${formatDate(days.from, lang)} – ${formatDate(days.to, lang)}` }]
      : []),
    { term: words.closes[lang], value: formatEnd(round.closesAt, lang) },
    { term: words.results[lang], value: formatDate(round.resultsOn, lang) },
  ];
}
