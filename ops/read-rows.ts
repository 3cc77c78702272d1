import { isFault } from '../functions/shared/errors.ts';
import type { Row } from './context.ts';

/** Some rows; if what is stored cannot be read, a row that names it in their place, so that the others are shown. */
export async function readRows(read: () => Promise<readonly Row[]>): Promise<readonly Row[]> {
  try {
    return await read();
  } catch (error) {
    if (!isFault(error, 'ItemUnreadable')) throw error;
    const { table, key, field } = error.ids;
    return [['unreadable', `table ${table}, key ${key}, field ${field}`]];
  }
}
