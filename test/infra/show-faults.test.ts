import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { stageNamed } from '../../infra/stage.ts';
import { appOf, record, templatesOf } from '../support/templates.ts';
import { wholeStages } from '../support/whole-stages.ts';

const stages = wholeStages();

const variablesOf = (stage: string) =>
  templatesOf(stage)
    .ofType('AWS::Lambda::Function')
    .map(([, { Properties }]) => z.object({ Variables: record }).parse(Properties.Environment).Variables);

/** The files of all assets of a stage, as they are deployed. */
const deployedFiles = (stage: string): string[] =>
  readdirSync(appOf(stage).app.synth().directory, { recursive: true }).map(String);

describe('the messages of faults and source maps', () => {
  it('are shown on the local stages and on no other', () => {
    const showing = Object.keys(stages).filter((stage) => stageNamed(stage, stages).showFaults);
    expect(showing.sort()).toEqual(['local', 'test']);
  });

  it('cannot be shown on a stage of an account, whatever its settings say', () => {
    const real = { ...stages, pilot: { ...stages.production, showFaults: true } };
    expect(() => stageNamed('pilot', real)).toThrow('showFaults cannot be set');
  });

  it('are in no function of production, neither as a variable nor as a file', () => {
    for (const variables of variablesOf('production')) {
      expect(Object.keys(variables)).not.toContain('SHOW_FAULTS');
      expect(Object.keys(variables)).not.toContain('NODE_OPTIONS');
    }
    const files = deployedFiles('production');
    expect(files.filter((file) => file.endsWith('index.mjs')).length).toBeGreaterThan(10);
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
  });

  it('are in every function of the local stage', () => {
    for (const variables of variablesOf('local')) expect(variables).toHaveProperty('SHOW_FAULTS', 'yes');
    const files = deployedFiles('local');
    const count = (end: string) => files.filter((file) => file.endsWith(end)).length;
    expect(count('index.mjs.map')).toBe(count('index.mjs'));
  });
});
