import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateJsonSchema as agreementJsonSchema } from '../functions/agreements/template.ts';
import { bankProfileJsonSchema } from '../functions/bank-files/bank-profile.ts';
import { budgetJsonSchema } from '../functions/budget/budget-file.ts';
import { templateJsonSchema as checklistJsonSchema } from '../functions/checklists/template.ts';
import { claimsJsonSchema } from '../functions/claim-rules/claims-file.ts';
import { roundJsonSchema } from '../functions/rounds/round.ts';
import { drawLifecycle } from '../functions/shared/lifecycle.ts';
import { taxDatesJsonSchema } from '../functions/tax-month/tax-dates.ts';
import { wagesJsonSchema } from '../functions/wages/wages-file.ts';
import { fontCoverage } from './font-coverage.ts';
import { layOut } from './lay-out-workflow.ts';
import { lifecycles } from './lifecycles.ts';
import { renderAssetAddresses } from './render-asset-addresses.ts';
import { drawDefinition, renderDefinition } from './render-workflow.ts';
import { workflows } from './workflows.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const lifecyclesPage = (): string =>
  [
    '# Lifecycles',
    '',
    'Drawn by `npm run generate` from each `lifecycle()` in `functions/`. A move that is not drawn is the fault `IllegalMove`.',
    '',
    ...lifecycles.flatMap((one) => [`## ${one.name}`, '', '```mermaid', drawLifecycle(one), '```', '']),
  ].join('\n');

/** All files that are made from code, by their paths in the repository. */
export async function generated(): Promise<ReadonlyMap<string, string>> {
  const files = workflows.map(async ({ name, define }): Promise<[string, string][]> => {
    const definition = renderDefinition(define);
    const diagram = [
      `# ${name}`,
      '',
      'Drawn from `definition.ts` by `npm run generate`. Slanted boxes wait for a person.',
      '',
      '```mermaid',
      drawDefinition(definition),
      '```',
      '',
    ].join('\n');
    return [
      [`workflows/${name}/definition.asl.json`, json(definition)],
      [`workflows/${name}/diagram.md`, diagram],
      [`workflows/${name}/graph.json`, `${JSON.stringify(await layOut(definition))}\n`],
    ];
  });
  return new Map([
    ...(await Promise.all(files)).flat(),
    ['docs/lifecycles.md', lifecyclesPage()],
    ['functions/assets/addresses.ts', await renderAssetAddresses()],
    ['rounds/round.schema.json', json(roundJsonSchema())],
    ['rules/agreements/agreement.schema.json', json(agreementJsonSchema())],
    ['rules/banks/bank-profile.schema.json', json(bankProfileJsonSchema())],
    ['rules/budget/budget.schema.json', json(budgetJsonSchema())],
    ['rules/checklists/checklist.schema.json', json(checklistJsonSchema())],
    ['rules/claims/claims.schema.json', json(claimsJsonSchema())],
    ['rules/payments/tax-dates.schema.json', json(taxDatesJsonSchema())],
    ['rules/wages/wages.schema.json', json(wagesJsonSchema())],
    ['functions/shared/pdf/font-coverage.ts', fontCoverage()],
  ]);
}

if (import.meta.main) {
  for (const [path, content] of await generated()) {
    writeFileSync(join(import.meta.dirname, '..', path), content);
    console.log(path);
  }
}
