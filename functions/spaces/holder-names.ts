import { type Holder, holderText, type Space } from './space.ts';

/** A port: what holders of a kind are called, by their ids; nothing for who is not there any more. */
export type NamesOfKind = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Of all kinds of holders, by what keeps them. */
export type HolderNames = Readonly<Record<string, NamesOfKind>>;

/** What somebody is called who holds a space, as the pages show it. */
export type NameOf = (holder: Holder) => string | undefined;

/** The names of all who have held some spaces. */
export async function namesIn(ports: HolderNames, spaces: readonly Pick<Space, 'holdings'>[]): Promise<NameOf> {
  const holders = spaces.flatMap(({ holdings }) => holdings.map(({ holder }) => holder));
  const kinds = [...new Set(holders.map(({ kind }) => kind))].filter((kind) => Object.hasOwn(ports, kind));
  const named = await Promise.all(
    kinds.map(async (kind) => {
      const ids = holders.filter((holder) => holder.kind === kind).map(({ id }) => id);
      const names = await ports[kind]?.([...new Set(ids)]);
      return [...(names ?? [])].map(([id, name]) => [holderText({ kind, id }), name] as const);
    }),
  );
  const names = new Map(named.flat());
  return (holder) => names.get(holderText(holder)) || undefined;
}
