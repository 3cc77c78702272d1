import type { InterestsIn } from '../requests/interests.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import { openInterests } from './interests.ts';
import { allParts } from './parts.ts';
import * as brought from './ports-brought.ts';

/** The interests that somebody has in whatever is asked: for those who serve all capabilities. */
export const openAllInterests = (names: TableNames, db: Database) => (): InterestsIn => {
  const deps = lazily(allParts(names, db));
  const inApplication = openInterests(names, db)();
  const abouts = Object.values(brought).flatMap((ports) =>
    'applicationAbout' in ports ? [ports.applicationAbout] : [],
  );
  const all: readonly InterestsIn[] = [
    ({ subject }) =>
      inApplication({ subject: abouts.map((about) => about(subject)).find((one) => one !== undefined) ?? subject }),
    ...Object.values(brought).flatMap((ports) => ('interestsIn' in ports ? [ports.interestsIn(deps)] : [])),
  ];
  return (request) => {
    const each = all.map((interestsIn) => interestsIn(request));
    return async (person) => {
      const found = await Promise.all(each.map((interestOf) => interestOf(person)));
      return found.find((interest) => interest === 'surely') ?? found.find((interest) => interest !== undefined);
    };
  };
};
