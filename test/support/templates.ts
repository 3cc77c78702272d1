import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { synthesize } from '../../infra/app.ts';
import { root } from '../../local/paths.ts';
import { wholeStages } from './whole-stages.ts';

export const record = z.record(z.string(), z.unknown());
const context = z.object({ context: record }).parse(JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'))).context;

const resourceSchema = z.looseObject({ Type: z.string(), Properties: record.default({}) });
export type Resource = z.infer<typeof resourceSchema>;
const resources = z.record(z.string(), resourceSchema);

/**
 * The app of a stage, with cdk.json's context as `cdk synth` has it, production filled in; anew. CloudFormation's own
 * checks, which take longer than all else, are left to `cdk synth` (nag.test.ts) and to what the local clouds deploy.
 */
export function newAppOf(stage: string, stages: Readonly<Record<string, unknown>> = wholeStages()) {
  const app = new App({ context: { ...context, stages, stage }, builtinCloudFormationValidation: false });
  return { app, ...synthesize(app) };
}

/** Made once, since all files of infrastructure share a worker; the bundles have to be there. */
function once<Value>(make: (stage: string) => Value): (stage: string) => Value {
  const made = new Map<string, Value>();
  return (stage) => {
    const value = made.get(stage) ?? make(stage);
    made.set(stage, value);
    return value;
  };
}

/** The same for everybody, who only read it. */
export const appOf = once((stage) => newAppOf(stage));

/** All templates of a stage, and a way to go through their resources. */
export const templatesOf = once((stage) => {
  const { data, mail, safety, stack, operations } = appOf(stage);
  const templates = { data: Template.fromStack(data), app: Template.fromStack(stack) };
  const all = [
    ...Object.values(templates),
    ...[mail, safety, operations].flatMap((more) => (more ? [Template.fromStack(more)] : [])),
  ].flatMap((template) =>
    Object.entries(resources.parse(z.object({ Resources: record }).parse(template.toJSON()).Resources)),
  );
  return {
    ...templates,
    all: new Map(all),
    /** Resources of a type, by logical id. */
    ofType: (type: string): [string, Resource][] => all.filter(([, resource]) => resource.Type === type),
  };
});
export type Templates = ReturnType<typeof templatesOf>;

/** A value with its references spelled out: `<LogicalId.Arn>`, as one string if it is a Join. */
export function flat(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const node = record.parse(value);
  const join = z.tuple([z.string(), z.array(z.unknown())]).safeParse(node['Fn::Join']);
  if (join.success) return join.data[1].map(flat).join(join.data[0]);
  const attribute = z.tuple([z.string(), z.string()]).safeParse(node['Fn::GetAtt']);
  if (attribute.success) return `<${attribute.data.join('.')}>`;
  if ('Fn::ImportValue' in node) return `<${flat(node['Fn::ImportValue'])}>`;
  if (typeof node.Ref === 'string') return `<${node.Ref}>`;
  throw new Error(`not a value: ${JSON.stringify(value)}`);
}
