import * as brought from '../functions/app/lambdas.ts';
import type { Granted, Lambda, TableGrant } from '../functions/shared/aws/lambda.ts';

const all = Object.values(brought).flatMap((lambdas): [string, Lambda | Granted][] => Object.entries(lambdas));

const isWhole = (said: [string, Lambda | Granted]): said is [string, Lambda] => 'environment' in said[1];

/** What a Lambda may do with tables: what it says itself, and what other capabilities grant it. */
function tablesFor(entry: string): Readonly<Record<string, readonly TableGrant[]>> {
  const said = all.filter(([name]) => name === entry).flatMap(([, { tables }]) => Object.entries(tables));
  const byTable = Map.groupBy(said, ([table]) => table);
  return Object.fromEntries(
    [...byTable].map(([table, grants]) => [table, [...new Set(grants.flatMap(([, some]) => some))]]),
  );
}

const unknown = all.map(([entry]) => entry).filter((entry) => !all.some((said) => said[0] === entry && isWhole(said)));
if (unknown.length > 0) throw new Error(`tables are granted to Lambdas that nobody brings: ${unknown.join(', ')}`);

/** The Lambdas of all capabilities by the names of their entries. */
export const lambdas: ReadonlyMap<string, Lambda> = new Map(
  all.filter(isWhole).map(([entry, lambda]) => [entry, { ...lambda, tables: tablesFor(entry) }]),
);
