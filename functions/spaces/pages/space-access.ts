import type { Desk } from '../../desk/desk.ts';
import type { DeskDependencies } from '../../desk/open-desk.ts';
import { deskRefusal } from '../../desk/pages/desk-refusal.tsx';
import { withDesk } from '../../desk/pages/sign-in.ts';
import type { AuditEvent } from '../../shared/database/audit.ts';
import type { PageRequest, PageResponse } from '../../shared/pages/request.ts';
import type { Dependencies } from '../dependencies.ts';
import type { HolderNames } from '../holder-names.ts';
import { type Space, spaceIdSchema } from '../space.ts';
import { managesSpaces } from '../space-roles.ts';
import { spacesPaths as paths } from './spaces-paths.ts';
import { spacesWords as words } from './spaces-words.ts';

export type SpacesPagesDependencies = DeskDependencies &
  Dependencies & {
    readonly eventsOf: (about: string) => Promise<AuditEvent[]>;
    readonly holderNames: HolderNames;
  };

/** A page for whoever looks after spaces; everybody else signs in, or is told that it is not for them. */
export const forManagers = (
  deps: SpacesPagesDependencies,
  page: (desk: Desk, request: PageRequest) => Promise<PageResponse>,
) =>
  withDesk(deps, async (desk, request) =>
    managesSpaces(desk.person)
      ? page(desk, request)
      : deskRefusal(desk, request.lang, { status: 403, title: words.noRole, text: words.noRoleText }),
  );

/** Whoever looks, and the space that they look at. */
export interface Looking {
  readonly desk: Desk;
  readonly space: Space;
  readonly request: PageRequest;
}

/** A page of a space. */
export const ofSpace = (deps: SpacesPagesDependencies, page: (at: Looking) => Promise<PageResponse>) =>
  forManagers(deps, async (desk, request) => {
    const { data: id } = spaceIdSchema.safeParse(request.params.space);
    const space = id === undefined ? undefined : await deps.spaces.get(id);
    if (space) return page({ desk, space, request });
    return deskRefusal(desk, request.lang, {
      status: 404,
      title: words.noSpace,
      text: words.noSpaceText,
      back: { href: paths.list, label: words.back },
    });
  });
