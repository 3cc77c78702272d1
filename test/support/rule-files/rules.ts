import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dependencies } from '../../../functions/app/dependencies.ts';
import { ruleKinds } from '../../../functions/app/rule-kinds.ts';
import { proposeRules } from '../../../functions/rule-files/propose-rules.ts';
import { root } from '../../../local/paths.ts';
import type { Academy } from '../academy.ts';
import { mailsTo } from '../applicants.ts';
import { eventually } from '../eventually.ts';

/** Everybody of finance in the demo. */
const officers = ['taeho.moon@academy.example.kr', 'hana.ryu@academy.example.kr'];

/** A file of the repository, with some of its words replaced. */
export const ruleFile = (name: string, ...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`${name} does not say ${from}`);
      return text.replace(from, to);
    },
    readFileSync(join(root, 'rules', name), 'utf8'),
  );

/** The card with another rate for grade 1 from a day on. */
export const cardFrom = (day: string, first: number): string =>
  ruleFile('wages/rate-card.yaml', [
    '        first: 250000\n        further: 120000\n',
    `        first: 250000\n        further: 120000\n      - { since: ${day}, source: made up, first: ${first}, further: 130000 }\n`,
  ]);

type Reach = Academy & Pick<Dependencies, 'rules'>;

export const propose = (at: Reach, text: string, by = 'operator:test') =>
  proposeRules({ ...at, ruleKinds }, { text, by }, at.now());

/** The link with which finance decides about what waits in a slot. */
export const rulesLink = (at: Reach, slot: string): Promise<string> =>
  eventually(`the link to check ${slot}`, async () => {
    const waiting = (await at.rules.versionsOf(slot)).find(({ state }) => state === 'PROPOSED');
    const path = new RegExp(`/r/rule-files/${waiting?.request}/[\\w-]{43}`, 'u');
    const mails = (await Promise.all(officers.map((address) => mailsTo(at, address)))).flat();
    return waiting && mails.map(({ text }) => path.exec(text)?.[0]).find((found) => found !== undefined);
  });
