import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Calculation, calculate } from '../../../functions/wages/calculate.ts';
import type { Claim } from '../../../functions/wages/claim.ts';
import { checkWagesFile, type RateCard, type TaxRules, type WagesFile } from '../../../functions/wages/wages-file.ts';
import { root } from '../../../local/paths.ts';

export const wagesYaml = (name: string): string => readFileSync(join(root, 'rules/wages', `${name}.yaml`), 'utf8');

const read = new Map<string, WagesFile>();

/** As a file says; read once, since tests take it thousands of times. */
function file(name: string): WagesFile {
  const found = read.get(name) ?? parsed(name);
  read.set(name, found);
  return structuredClone(found);
}

function parsed(name: string): WagesFile {
  const checked = checkWagesFile(wagesYaml(name));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.value;
}

/** The example card of `rules/wages/`. */
export function exampleCard(): RateCard {
  const card = file('rate-card');
  if (card.kind !== 'rate-card') throw new Error('not a rate card');
  return card;
}

export function exampleTax(): TaxRules {
  const rules = file('tax');
  if (rules.kind !== 'tax') throw new Error('no tax rules');
  return rules;
}

export function exampleClaim(): Claim {
  const claim = file('example-claim');
  if (claim.kind !== 'claim') throw new Error('no claim');
  return claim;
}

export function calculated(claim: Claim, card: RateCard, rules: TaxRules): Calculation {
  const outcome = calculate(claim, card, rules);
  if (outcome.kind !== 'calculated') throw new Error(JSON.stringify(outcome.missing));
  return outcome;
}
