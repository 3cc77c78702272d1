import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgreementData, AgreementOwners } from '../../../functions/agreements/owners.ts';
import { type AgreementTemplate, checkTemplate } from '../../../functions/agreements/template.ts';
import type { Instant } from '../../../functions/shared/time.ts';
import { addDays, seoulDateOf } from '../../../functions/shared/time.ts';
import { root } from '../../../local/paths.ts';
import { copies } from '../copies.ts';

/** The text that the repository has as an example. */
export const exampleTemplate = copies((): AgreementTemplate => {
  const checked = checkTemplate(readFileSync(join(root, 'rules/agreements/lab-residency.yaml'), 'utf8'));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.value;
});

export const contact = {
  email: 'lab@example.kr',
  phone: '02-1234-5678',
  hours: { ko: '평일 09:00~18:00', en: 'Monday to Friday, 09:00 to 18:00' },
};

const same = (text: string) => ({ ko: text, en: text });

/** What a firm has to sign, due in two weeks, but for what is said. */
export function agreementData(director: string, now: Instant, change: Partial<AgreementData> = {}): AgreementData {
  return {
    template: exampleTemplate(),
    values: {
      company: same('주식회사 하나결제'),
      businessNumber: same('123-45-67891'),
      desks: same('4'),
      firstDay: { ko: '2027년 5월 10일(월)', en: 'Monday, 10 May 2027' },
      lastDay: { ko: '2028년 5월 9일(화)', en: 'Tuesday, 9 May 2028' },
    },
    signers: [
      { id: 'company', party: '주식회사 하나결제', name: '김하나', email: 'hana@firm.example', lang: 'ko' },
      { id: 'lab', party: '서울 핀테크랩', person: director },
    ],
    dueOn: addDays(seoulDateOf(now), 14),
    context: 'lab-2027h1',
    ...change,
  };
}

/** Firms as no capability of the app: what they say is what a test puts there. What ended is noted, in the transaction. */
export function firmsThatSign() {
  const cases = new Map<string, AgreementData>();
  const ended: string[] = [];
  const owners: AgreementOwners = {
    firm: {
      data: async (id) => cases.get(id),
      ended: async (id, _agreement, { number, state }, now) => {
        ended.push(`${id} ${number} ${state}`);
        return {
          changes: [],
          events: [{ subject: `firm-of-${id}`, type: 'MadeByTest', by: 'system:agreements', at: now }],
          outbox: [],
        };
      },
      contact: async () => contact,
    },
  };
  return { cases, ended, owners };
}
