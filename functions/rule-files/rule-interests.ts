import type { InterestsIn } from '../requests/interests.ts';
import { once } from '../shared/once.ts';
import type { Dependencies } from './dependencies.ts';
import { hasLoaded, slotOf } from './rule-version.ts';

/** Who has loaded rules is not the one who confirms them, whoever they stand in for. */
export const ruleInterests =
  (deps: Pick<Dependencies, 'rules'>): InterestsIn =>
  ({ subject }) => {
    const slot = slotOf(subject);
    const newest = once(async () => (slot === undefined ? undefined : (await deps.rules.versionsOf(slot)).at(-1)));
    return async (person) => {
      const version = await newest();
      return version && hasLoaded(version, person) ? 'surely' : undefined;
    };
  };
