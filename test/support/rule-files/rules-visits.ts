import type { Academy } from '../academy.ts';
import type { Typing, Visit } from '../pages/visits.ts';
import { decideProved } from '../second-factor/proved.ts';
import { visitor } from '../visitor.ts';
import { cardFrom, propose, ruleFile, rulesLink } from './rules.ts';

const heading = { ko: '지급 기준 확인', en: 'Check rules for payments' };

/** As claims of other pages have them, whose lessons are of any day. */
const longAgo = (yaml: string): string => yaml.replaceAll(/since: (?!2027-09)\d{4}-/gu, 'since: 2019-');

/** A budget, which is new; a card that changes from a day on, with its examples, and what was decided before. */
export async function rulesVisits(at: Academy, { lang }: Typing): Promise<Visit[]> {
  const browser = visitor(at.baseUrl, { lang });
  await propose(at, longAgo(ruleFile('wages/tax.yaml')));
  await decideProved(at, browser, await rulesLink(at, 'tax'), { outcome: 'CONFIRM' });
  await propose(at, longAgo(ruleFile('wages/rate-card.yaml')));
  const decided = await rulesLink(at, 'rate-card');
  await decideProved(at, browser, decided, { outcome: 'CONFIRM' });
  await propose(at, longAgo(cardFrom('2027-09-01', 270_000)));
  const open = await rulesLink(at, 'rate-card');
  const source = "Example: to be decided by the city's finance office";
  await propose(at, ruleFile('budget/2027.yaml', [source, 'made up'], [source, 'made up']));
  const budget = await rulesLink(at, 'budget-2027');
  const already = { ko: '이미 결정된 요청입니다', en: 'This has been decided already' };
  const sure = { ko: '이렇게 결정하시겠습니까?', en: 'Is this your decision?' };
  return [
    { name: 'rules', path: open, status: 200, heading },
    { name: 'rules-errors', path: open, post: { outcome: 'REFUSE' }, status: 422, heading },
    { name: 'rules-confirm', path: open, post: { outcome: 'CONFIRM' }, status: 200, heading: sure },
    { name: 'rules-of-a-budget', path: budget, status: 200, heading },
    { name: 'rules-decided', path: decided, status: 200, heading: already },
  ];
}
