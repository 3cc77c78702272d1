import type { NamesOfKind } from '../spaces/holder-names.ts';
import type { Dependencies } from './dependencies.ts';

/** The names of startups by their residencies. */
export const startupNames =
  ({ residencies }: Pick<Dependencies, 'residencies'>): NamesOfKind =>
  async (ids) => {
    const wanted = new Set(ids);
    const all = await residencies.all();
    return new Map(all.flatMap(({ id, startup }) => (wanted.has(id) ? [[id, startup.name]] : [])));
  };
