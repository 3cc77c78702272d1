import { decideAgainOnConflict } from '../shared/errors.ts';
import { type Instant, seoulDateOf } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';
import { planSpaces, type SpacePlan, type SpacesPlan } from './plan-spaces.ts';
import type { SpaceRow } from './read-spaces.ts';
import { spaceSubject } from './space.ts';

type Reach = Pick<Dependencies, 'spaces' | 'commit'>;

/** What a file would do; changes nothing. */
export const previewSpaces = async (
  { spaces }: Pick<Reach, 'spaces'>,
  rows: readonly SpaceRow[],
  now: Instant,
): Promise<SpacesPlan> => planSpaces(rows, await spaces.all(), seoulDateOf(now));

export type LoadSpacesOutcome =
  | { readonly kind: 'loaded'; readonly plans: readonly SpacePlan[] }
  /** Nothing was loaded, or no more: somebody has got one of the spaces while the file was loaded. */
  | { readonly kind: 'held'; readonly wrong: SpacesPlan['wrong'] };

/** Loads a whole file, space by space, each decided as it is then. What was cut off is loaded once more. */
export async function loadSpaces(
  deps: Reach,
  { rows, by }: { readonly rows: readonly SpaceRow[]; readonly by: string },
  now: Instant,
): Promise<LoadSpacesOutcome> {
  const { plans, wrong } = await previewSpaces(deps, rows, now);
  if (wrong.length > 0) return { kind: 'held', wrong };
  const done: SpacePlan[] = [];
  for (const { next } of plans) {
    const one = await loadOne(deps, { rows, by, id: next.id }, now);
    if (one.wrong.length > 0) return { kind: 'held', wrong: one.wrong };
    done.push(...one.plans);
  }
  return { kind: 'loaded', plans: done };
}

/** What the file makes of one space, by that space as it is now. */
const loadOne = (
  { spaces, commit }: Reach,
  { rows, by, id }: { readonly rows: readonly SpaceRow[]; readonly by: string; readonly id: string },
  now: Instant,
): Promise<SpacesPlan> =>
  decideAgainOnConflict(async () => {
    const space = await spaces.get(id);
    const own = rows.filter((row) => row.id === id);
    const planned = planSpaces(own, space ? [space] : [], seoulDateOf(now));
    const [plan] = planned.plans;
    if (!plan || plan.kind === 'same' || planned.wrong.length > 0) return planned;
    const event = { subject: spaceSubject(id), by, at: now } as const;
    await commit(
      plan.kind === 'new'
        ? {
            changes: spaces.create(plan.next),
            events: [{ ...event, type: 'SpaceLoaded', data: { desks: plan.next.desks, from: plan.next.from } }],
          }
        : {
            changes: [spaces.save(plan.next, plan.was)],
            events: [
              plan.kind === 'removed'
                ? { ...event, type: 'SpaceRemoved', data: { on: seoulDateOf(now) } }
                : { ...event, type: 'SpaceChanged', data: { fields: [...plan.fields] } },
            ],
          },
    );
    return planned;
  }, tries.shared);
