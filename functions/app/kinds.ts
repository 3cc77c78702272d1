import { type Kinds, kindsByName } from '../requests/kind.ts';
import * as brought from './kinds-brought.ts';

/** All kinds of request that there are. */
export const kinds: Kinds = kindsByName(Object.values(brought));
