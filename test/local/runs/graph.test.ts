import { describe, expect, it } from 'vitest';
import { graphOf } from '../../../infra/run-graph.ts';
import { drawGraph, fits } from '../../../local/runs/graph.ts';
import { marksAsStuck, readDefinition } from '../../../ops/runs/definition.ts';
import { visitsIn } from '../../../ops/runs/history.ts';
import { troubleIn } from '../../../ops/runs/trouble.ts';
import { type Happening, historyOf, renderedDefinition } from '../../support/runs/histories.ts';

const machines = ['applicant-intake', 'cohort-admission', 'screening', 'seat-offer'];

/** The classes of the group whose title is a state's name. */
const classesOf = (svg: string, state: string): string | undefined =>
  new RegExp(`<g class="([^"]*)"><title>${state.replace('?', '\\?')}</title>`, 'u').exec(svg)?.[1];

const drawn = (machine: string, status: string, ...happenings: readonly Happening[]): string => {
  const graph = graphOf(machine);
  const visits = visitsIn(historyOf(...happenings));
  const trouble = troubleIn(visits, renderedDefinition(machine), { status });
  return graph ? drawGraph(graph, { status, visits, trouble }).text : '';
};

describe.each(machines)('the graph of %s', (machine) => {
  const graph = graphOf(machine);
  const definition = renderedDefinition(machine);

  it('has every state but those of a fault, and every way between them', () => {
    expect(graph && fits(graph, definition)).toBe(true);
    expect(Object.values(definition.States).some(marksAsStuck)).toBe(true);
  });

  it('has no two states over each other', () => {
    const boxes = Object.values(graph?.states ?? {});
    const over = boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter(
          (other) =>
            one.x < other.x + other.width &&
            other.x < one.x + one.width &&
            one.y < other.y + other.height &&
            other.y < one.y + one.height,
        ),
    );
    expect(over).toEqual([]);
  });

  it('is not used for another definition', () => {
    const [name = ''] = Object.keys(definition.States);
    const renamed = readDefinition(JSON.stringify(definition).replaceAll(`"${name}"`, '"A state of before"'));
    expect(graph && fits(graph, renamed)).toBe(false);
  });
});

it('marks the way that a run took, how often, and where it stands', () => {
  const svg = drawn(
    'cohort-admission',
    'RUNNING',
    { enters: 'See where the round stands' },
    { leaves: 'See where the round stands' },
    { enters: 'Where does the round stand?' },
    { leaves: 'Where does the round stand?' },
    { enters: 'Settle open intake cases' },
    { leaves: 'Settle open intake cases' },
    { enters: 'See where the round stands' },
    { leaves: 'See where the round stands' },
    { enters: 'Where does the round stand?' },
    { leaves: 'Where does the round stand?' },
    { enters: 'Wait until the round closes' },
  );
  expect(classesOf(svg, 'Where does the round stand?')).toBe('taken');
  expect(classesOf(svg, 'Wait until the round closes')).toBe('taken here');
  expect(classesOf(svg, 'Rank the applicants')).toBe('');
  expect(svg.match(/×2/gu)).toHaveLength(2);
  expect(svg.match(/<g class="taken"><path/gu)).toHaveLength(4);
  expect(svg).not.toMatch(/style=|<script/u);
});

it('marks the state that failed, or is being tried again', () => {
  const check = 'Check the application';
  const again = drawn('applicant-intake', 'RUNNING', { enters: check }, 'tries', { failsBy: 'RoundMissing' });
  expect(classesOf(again, check)).toBe('taken retrying');
  const failed = drawn('applicant-intake', 'FAILED', { enters: check }, 'tries', { failsBy: 'RoundMissing' });
  expect(classesOf(failed, check)).toBe('taken failed');
  expect(failed).toContain('The run failed in “Check the application”.');
});

it('shows where a run stands inside of a map, and what was said, also if nothing was in question', () => {
  const check = 'Check the application';
  const map = 'Settle what is in question';
  const officer = 'Ask the intake officer';
  const waits = drawn(
    'applicant-intake',
    'RUNNING',
    { enters: check },
    { leaves: check },
    { enters: map },
    { enters: 'Who is asked?' },
    { leaves: 'Who is asked?' },
    { enters: officer },
  );
  expect([map, 'Who is asked?', officer].map((state) => classesOf(waits, state))).toEqual([
    'taken',
    'taken',
    'taken here',
  ]);
  const clean = [
    { enters: check },
    { leaves: check, with: { outcome: 'ACCEPTED' } },
    { enters: map },
    { leaves: map, with: { outcome: 'ACCEPTED' } },
  ];
  expect(classesOf(drawn('applicant-intake', 'SUCCEEDED', ...clean), 'Who is asked?')).toBe('');
  expect(visitsIn(historyOf(...clean)).map(({ state, outcome }) => [state, outcome])).toEqual([
    [check, 'ACCEPTED'],
    [map, 'ACCEPTED'],
  ]);
});

it('has none of a machine that is no machine', () => {
  expect(graphOf('../rounds')).toBeUndefined();
  expect(graphOf('no-machine')).toBeUndefined();
});
