import type { TableNames } from './aws/environment.ts';
import { Fault } from './errors.ts';

type Makers = Readonly<Record<string, () => unknown>>;
type Made<Of extends Makers> = { readonly [Name in keyof Of]: ReturnType<Of[Name]> };

/** An object whose parts are made when they are first read: an entry pays for what it uses. */
export function lazily<Of extends Makers>(makers: Of): Made<Of>;
export function lazily(makers: Makers): object {
  const parts = new Map<string, unknown>();
  const made = {};
  for (const [name, make] of Object.entries(makers)) {
    const get = (): unknown => {
      if (!parts.has(name)) parts.set(name, make());
      return parts.get(name);
    };
    Object.defineProperty(made, name, { get, enumerable: true });
  }
  return made;
}

/** The name of a table that an entry was given. @throws if its Lambda is not granted the table */
export function tableName(names: TableNames, table: `${string}_TABLE`): string {
  const name = names[table];
  if (name === undefined) throw new Fault('TableNotGranted', { table });
  return name;
}
