import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { roundJsonSchema } from '../functions/rounds/round.ts';
import { drawDefinition, renderDefinition } from './render-workflow.ts';
import { workflows } from './workflows.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** All files that are made from code, by their paths in the repository. */
export function generated(): ReadonlyMap<string, string> {
  const files = workflows.flatMap(({ name, define, tasks }): [string, string][] => {
    const definition = renderDefinition(define, tasks);
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
    ];
  });
  return new Map([...files, ['rounds/round.schema.json', json(roundJsonSchema())]]);
}

if (import.meta.main) {
  for (const [path, content] of generated()) {
    writeFileSync(join(import.meta.dirname, '..', path), content);
    console.log(path);
  }
}
