import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { missingFor, type StageSettings, stageSettings } from './stage-settings.ts';

export type Stage = StageSettings & {
  readonly name: string;
  /** Stages on the local cloud, which does not act on what local/idle-here.ts lists. */
  readonly local: boolean;
};

/** Something about a stage that whoever deploys or operates has to put right; its message is printed as it is. */
export class StageProblem extends Error {
  override readonly name = 'StageProblem';
}

/** Stages of the local cloud, where everybody has the same credentials. */
const isLocalStage = (name: string): boolean => name === 'local' || name === 'test';

/** Everybody's account on the local cloud. */
export const localAccount = '000000000000';

const cdkFile = z.object({ context: z.object({ stages: z.unknown() }) });

/** The stages that cdk.json has. */
export const stagesInFile = (): unknown =>
  cdkFile.parse(JSON.parse(readFileSync(join(import.meta.dirname, '..', 'cdk.json'), 'utf8'))).context.stages;

/**
 * A stage that is whole and can be deployed.
 * @throws StageProblem with everything that is missing or wrong.
 */
export function stageNamed(name: string, stages: unknown, { baseUrl }: { readonly baseUrl?: unknown } = {}): Stage {
  if (!/^[a-z][a-z0-9]{1,11}$/u.test(name)) {
    throw new StageProblem(`"${name}" cannot be a stage: a name has 2 to 12 small letters and digits, a letter first.`);
  }
  const known = z.record(z.string(), z.looseObject({})).safeParse(stages);
  if (!known.success) throw new StageProblem('cdk.json has no stages: they are objects under context.stages.');
  const given = known.data[name];
  if (!given) {
    throw new StageProblem(
      `cdk.json has no stage "${name}". Add it under context.stages; it has: ${Object.keys(known.data).join(', ')}.`,
    );
  }
  const local = isLocalStage(name);
  const parsed = stageSettings.safeParse({ ...given, ...(typeof baseUrl === 'string' && { baseUrl }) });
  if (!parsed.success)
    throw notWhole(
      name,
      parsed.error.issues.map(({ path, message }) => said(path, message, given)),
    );
  const lacks = local ? [] : missingFor(parsed.data);
  if (lacks.length > 0) throw notWhole(name, lacks);
  return { ...parsed.data, name, local };
}

function said(path: readonly PropertyKey[], message: string, given: Readonly<Record<string, unknown>>): string {
  const field = path.join('.');
  return given[field] === undefined ? `${field} is missing: ${message}` : `${field} has to be ${message}`;
}

const notWhole = (name: string, lacks: readonly string[]): StageProblem =>
  new StageProblem(
    `The stage "${name}" is not ready. Put right in cdk.json, under context.stages.${name}:${lacks.map((lack) => `\n  ${lack}`).join('')}`,
  );

/** What is said when a stage of the local cloud was about to go into an account. */
export const notForAws = (name: string): StageProblem =>
  new StageProblem(
    `The stage "${name}" is for the local cloud (npm start, npm run deploy:local): it keeps nothing and shows faults. Name another: npm run deploy -- --stage production.`,
  );

/** Physical names are fixed by the stage, so that the operator's command line finds them without a lookup. */
export const resourceName = (stage: Pick<Stage, 'name'>, name: string): string => `sfa-${stage.name}-${name}`;

/** Names of buckets are the whole world's, hence with account and region. */
export const manifestsBucketName = (stage: Pick<Stage, 'name'>, account: string, region: string): string =>
  `${resourceName(stage, 'audit')}-${account}-${region}`;

/** The key that codes are derived with. */
export const codeKeyAlias = (stage: Pick<Stage, 'name'>): string => `alias/${resourceName(stage, 'codes')}`;
export const documentsBucketName = (stage: Pick<Stage, 'name'>, account: string, region: string): string =>
  `${resourceName(stage, 'documents')}-${account}-${region}`;

export const signingKeyAlias = (stage: Pick<Stage, 'name'>): string => `alias/${resourceName(stage, 'audit')}`;
