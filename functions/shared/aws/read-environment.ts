import type * as z from 'zod';
import type { TableNames } from './environment.ts';
import type { Lambda } from './lambda.ts';

/** The environment of a Lambda, checked when its worker starts; infra gives it by the same schema. */
export function readEnvironment<Of extends Pick<Lambda, 'environment'>>(
  lambda: Of,
): TableNames & z.infer<Of['environment']>;
export function readEnvironment(lambda: Pick<Lambda, 'environment'>): object {
  const tables = Object.entries(process.env).filter(([variable]) => variable.endsWith('_TABLE'));
  // To make code of the schema takes longer than to check by it once.
  return { ...Object.fromEntries(tables), ...lambda.environment.parse(process.env, { jitless: true }) };
}
