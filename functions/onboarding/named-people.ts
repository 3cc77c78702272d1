import type { ChecklistsTable } from '../checklists/checklists-table.ts';
import { doersWithout } from '../checklists/list-from-template.ts';
import type { PeopleTable } from '../people/people-table.ts';
import { type Kinds, mayHold } from '../requests/kind.ts';
import type { Round } from '../rounds/round.ts';
import type { Finding } from '../shared/files/check-yaml.ts';
import { checkKind } from './ask-documents.ts';

interface Named {
  readonly path: readonly (string | number)[];
  readonly id: string;
  /** Of what kind the requests are that they have to be able to answer. */
  readonly kind: string;
}

/** Everybody of the staff whom the onboarding of a round names, and what each is asked. */
function namedIn({ residency }: Pick<Round, 'residency'>): Named[] {
  const onboarding = residency?.onboarding;
  if (!onboarding) return [];
  const at = ['residency', 'onboarding'];
  const { manager, director } = onboarding;
  const ofList = (name: 'services' | 'exit'): Named[] => {
    const { manager: own, doers } = onboarding[name];
    return [
      {
        path: [...at, ...(own === undefined ? ['manager'] : [name, 'manager'])],
        id: own ?? manager,
        kind: 'checklist-check',
      },
      ...Object.entries(doers).map(([doer, id]) => ({
        path: [...at, name, 'doers', doer],
        id,
        kind: 'checklist-work',
      })),
    ];
  };
  return [
    { path: [...at, 'manager'], id: manager, kind: checkKind },
    { path: [...at, 'director'], id: director, kind: 'agreement-countersign' },
    ...ofList('services'),
    ...ofList('exit'),
  ];
}

/**
 * Why the onboarding of a round would stop at somebody or something that it names: nobody of that id, without the role,
 * or a list that is not loaded.
 */
export async function namedWrongly(
  deps: {
    readonly people: Pick<PeopleTable, 'get'>;
    readonly checklists: Pick<ChecklistsTable, 'template'>;
    readonly kinds: Kinds;
  },
  round: Pick<Round, 'residency'>,
): Promise<Finding[]> {
  const people = await Promise.all(
    namedIn(round).map(async ({ path, id, kind }): Promise<Finding[]> => {
      const person = await deps.people.get(id);
      if (!person) return [{ path, reason: `is ${id}, and nobody of that id is in the people file` }];
      if (mayHold(deps.kinds, kind, person)) return [];
      const roles = deps.kinds.get(kind)?.askedOf.join(' or ') ?? 'none';
      return [{ path, reason: `is ${id}, who needs the role ${roles} and has ${person.roles.join(', ') || 'none'}` }];
    }),
  );
  const onboarding = round.residency?.onboarding;
  const lists = await Promise.all(
    (['services', 'exit'] as const).map(async (name): Promise<Finding[]> => {
      const list = onboarding?.[name];
      if (!list) return [];
      const path = ['residency', 'onboarding', name];
      const stored = await deps.checklists.template(list.template);
      if (!stored) return [{ path: [...path, 'template'], reason: `is ${list.template}, and no such list is loaded` }];
      return doersWithout(stored, list.doers).map((doer) => ({
        path: [...path, 'doers'],
        reason: `has nobody for ${doer}, whom the list ${list.template} asks`,
      }));
    }),
  );
  return [...people.flat(), ...lists.flat()];
}
