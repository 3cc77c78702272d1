import { type KindParts, type Kinds, kindsByName } from '../requests/kind.ts';
import type { RequestKindName } from '../shared/names.ts';
import * as brought from './kinds-brought.ts';
import type { Together } from './parts.ts';

type Brought = Together<(typeof brought)[keyof typeof brought]>;

function allKinds(): Brought;
function allKinds(): object {
  return Object.fromEntries(Object.values(brought).flatMap((some): [string, KindParts][] => Object.entries(some)));
}

/** A kind that the joints name and that nobody brings does not compile. */
const parts: Readonly<Record<RequestKindName, KindParts>> = allKinds();

/** All kinds of request that there are. */
export const kinds: Kinds = kindsByName([parts]);
