import { residenciesParts } from '../residencies/parts.ts';
import { type Accepting, acceptingAll } from '../seats/accepting.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import * as brought from './accepting-brought.ts';
import type { Together } from './parts.ts';

type Maker = (deps: Together<Parameters<(typeof brought)[keyof typeof brought]>[0]>) => Accepting;

/** What begins elsewhere when a seat is accepted: of every capability that begins something. */
export const openAccepting = (names: TableNames, db: Database) => (): Accepting => {
  const deps = lazily(residenciesParts(names, db));
  return acceptingAll(Object.values<Maker>(brought).map((accepting) => accepting(deps)));
};
