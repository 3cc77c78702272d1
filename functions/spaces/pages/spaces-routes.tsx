import type { Desk } from '../../desk/desk.ts';
import { deskPage } from '../../desk/pages/desk-page.tsx';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { attachment, csvType, type PageRequest, type PageResponse } from '../../shared/pages/request.ts';
import { plainDigits } from '../../shared/text/text.ts';
import { type LocalDate, parseLocalDate, seoulDateOf } from '../../shared/time.ts';
import { namesIn } from '../holder-names.ts';
import { occupancyOn } from '../occupancy.ts';
import { forManagers, ofSpace, type SpacesPagesDependencies } from './space-access.ts';
import { confirmsReturn, movesHolder, spacePage } from './space-acts.tsx';
import { spacesCsv } from './spaces-csv.ts';
import { SpacesList } from './spaces-list.tsx';
import { spacesPaths as paths } from './spaces-paths.ts';
import { spacesWords as words } from './spaces-words.ts';

/** Spaces and who holds them, for whoever looks after them. */
export function spacesRoutes(deps: SpacesPagesDependencies): PageRoute[] {
  return [
    { method: 'GET', path: paths.list, page: forManagers(deps, (desk, request) => list(deps, desk, request)) },
    {
      method: 'GET',
      path: paths.csv,
      page: forManagers(deps, async (_, { query, now, lang }) => {
        const today = seoulDateOf(now);
        const date = dayTyped(query.on ?? '') ?? today;
        const spaces = await deps.spaces.all();
        const rows = occupancyOn(spaces, date, today);
        const nameOf = await namesIn(deps.holderNames, spaces);
        return attachment(`spaces-${date}.csv`, csvType, spacesCsv(rows, { date, nameOf }, lang));
      }),
    },
    { method: 'GET', path: paths.space('{space}'), page: ofSpace(deps, (at) => spacePage(deps, at)) },
    { method: 'POST', path: paths.giveBack('{space}'), page: ofSpace(deps, (at) => confirmsReturn(deps, at)) },
    { method: 'POST', path: paths.move('{space}'), page: ofSpace(deps, (at) => movesHolder(deps, at)) },
  ];
}

async function list(
  deps: SpacesPagesDependencies,
  desk: Desk,
  { query, now, lang }: PageRequest,
): Promise<PageResponse> {
  const today = seoulDateOf(now);
  const typed = (query.on ?? '').slice(0, 40);
  const day = typed.trim() === '' ? today : dayTyped(typed);
  const error = day ? undefined : { field: 'on', message: words.dateWrong[lang] };
  const date = day ?? today;
  const spaces = await deps.spaces.all();
  const rows = occupancyOn(spaces, date, today);
  const nameOf = await namesIn(deps.holderNames, spaces);
  return deskPage(
    {
      desk,
      lang,
      current: paths.list,
      title: words.title[lang],
      lead: words.lead[lang],
      errors: error ? [error] : [],
      children: <SpacesList {...{ rows, date, today, typed, error, nameOf, lang }} />,
    },
    { status: error ? 422 : 200 },
  );
}

/** A day as people write it into one field: `2027-05-10`, `2027. 5. 10.`, `2027년 5월 10일`. */
function dayTyped(typed: string): LocalDate | undefined {
  const [, year = '', month = '', dayOfMonth = ''] =
    /^\P{N}*(\d{4})\P{N}+(\d{1,2})\P{N}+(\d{1,2})\P{N}*$/u.exec(plainDigits(typed)) ?? [];
  return parseLocalDate(year, month, dayOfMonth);
}
