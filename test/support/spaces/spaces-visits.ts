import { spacesPaths } from '../../../functions/spaces/pages/spaces-paths.ts';
import { spacesWords } from '../../../functions/spaces/pages/spaces-words.ts';
import type { Academy } from '../academy.ts';
import { deskOf } from '../desk/sign-in.ts';
import type { Typing, Visit } from '../pages/visits.ts';
import { labManager, storedSpaces } from './stored-spaces.ts';

/** A day as three fields. */
export const dayFields = (name: string, date: string): Record<string, string> => {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-');
  return { [`${name}.year`]: year, [`${name}.month`]: month, [`${name}.day`]: dayOfMonth };
};

/** What managers of the Lab come to at their desks: all spaces on a day, one of them, and what they decide about it. */
export async function spacesVisits(at: Academy, typed: Typing): Promise<readonly Visit[]> {
  const { ids, today } = await storedSpaces(at);
  const [by, other] = [
    await deskOf(at, labManager, typed.lang),
    await deskOf(at, 'sora.park@academy.example.kr', typed.lang),
  ];
  const { title, noRole, noSpace, confirmBack, confirmMove } = spacesWords;
  const holding = '1';
  const name = (id: string) => ({ ko: `Annex 3F ${id}`, en: `Annex 3F ${id}` });
  return [
    { name: 'spaces', path: spacesPaths.list, by, status: 200, heading: title },
    { name: 'spaces-to-come', path: `${spacesPaths.list}?on=2099-01-01`, by, status: 200, heading: title },
    { name: 'spaces-wrong-day', path: `${spacesPaths.list}?on=2027-02-30`, by, status: 422, heading: title },
    { name: 'spaces-no-role', path: spacesPaths.list, by: other, status: 403, heading: noRole },
    { name: 'space-staying', path: spacesPaths.space(ids.staying), by, status: 200, heading: name(ids.staying) },
    { name: 'space-held', path: spacesPaths.space(ids.held), by, status: 200, heading: name(ids.held) },
    { name: 'space-free', path: spacesPaths.space(ids.free), by, status: 200, heading: name(ids.free) },
    { name: 'space-unknown', path: spacesPaths.space('no-such'), by, status: 404, heading: noSpace },
    {
      name: 'space-return-wrong',
      path: spacesPaths.giveBack(ids.staying),
      by,
      post: { holding, ...dayFields('on', '2099-01-01') },
      status: 422,
      heading: name(ids.staying),
    },
    {
      name: 'space-return-confirm',
      path: spacesPaths.giveBack(ids.staying),
      by,
      post: { holding, ...dayFields('on', today) },
      status: 200,
      heading: confirmBack,
    },
    {
      name: 'space-move-wrong',
      path: spacesPaths.move(ids.held),
      by,
      post: { holding, target: ids.free },
      status: 422,
      heading: name(ids.held),
    },
    {
      name: 'space-move-confirm',
      path: spacesPaths.move(ids.held),
      by,
      post: { holding, target: ids.free, ...dayFields('day', today) },
      status: 200,
      heading: confirmMove,
    },
    {
      name: 'space-late',
      path: spacesPaths.move(ids.held),
      by,
      post: { holding: '99' },
      status: 409,
      heading: name(ids.held),
    },
  ];
}
