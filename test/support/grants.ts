import * as z from 'zod';
import { flat, type Templates } from './templates.ts';

const oneOrMore = z.union([z.array(z.unknown()), z.unknown().transform((one) => [one])]);
const statement = z.object({ Effect: z.literal('Allow'), Action: oneOrMore, Resource: oneOrMore });
const document = z.object({ Statement: z.array(statement) });
const inline = z.array(z.object({ PolicyDocument: document })).default([]);
const rolesOf = z.array(z.object({ Ref: z.string() }));

export interface Grant {
  /** The role's logical id. */
  readonly role: string;
  readonly action: string;
  /** With references spelled out; tables by their exported names. */
  readonly resource: string;
}

/** Every grant of every role, one action and one resource each. */
export function grantsOf(templates: Templates): Grant[] {
  const ofDocument = (role: string, given: unknown): Grant[] =>
    document
      .parse(given)
      .Statement.flatMap(({ Action, Resource }) =>
        Action.flatMap((action) =>
          Resource.map((resource) => ({ role, action: String(action), resource: flat(resource) })),
        ),
      );
  const inRoles = templates
    .ofType('AWS::IAM::Role')
    .flatMap(([role, { Properties }]) =>
      inline.parse(Properties.Policies).flatMap(({ PolicyDocument }) => ofDocument(role, PolicyDocument)),
    );
  const beside = templates
    .ofType('AWS::IAM::Policy')
    .flatMap(([, { Properties }]) =>
      rolesOf.parse(Properties.Roles).flatMap(({ Ref }) => ofDocument(Ref, Properties.PolicyDocument)),
    );
  return [...inRoles, ...beside];
}

/** The role of each function, by the function's name without its stage: `outbox-dispatch`. */
export function functionRoles(templates: Templates): ReadonlyMap<string, string> {
  return new Map(
    templates.ofType('AWS::Lambda::Function').map(([, { Properties }]) => {
      const name = flat(Properties.FunctionName).replace(/^sfa-[a-z]+-/u, '');
      return [name, flat(Properties.Role).replace(/^<|\.Arn>$/gu, '')];
    }),
  );
}
