import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Change, Database } from '../shared/database/database.ts';
import { fromItem } from '../shared/database/stored.ts';
import { codeKey, type Letter, letterSchema, type VerificationCode } from './verification-code.ts';

/*
 * Access patterns (in the table of the seats: partition key `pk`, sort key `sk`):
 *   the letter of an applicant                     pk = letter#<reference>, sk = letter
 *   whose letter has a code (by its fingerprint)   pk = code#<fingerprint>, sk = letter
 */

export function lettersTable(db: Database, table: string) {
  const item = async (pk: string): Promise<Record<string, unknown> | undefined> => {
    const { Item } = await db.send(
      new GetCommand({ TableName: table, Key: { pk, sk: 'letter' }, ConsistentRead: true }),
    );
    return Item;
  };
  const get = async (reference: string): Promise<Letter | undefined> => {
    const found = await item(`letter#${reference}`);
    return found ? fromItem(letterSchema, found, table) : undefined;
  };
  return {
    get,
    byCode: async (code: VerificationCode): Promise<Letter | undefined> => {
      const found = await item(`code#${codeKey(code)}`);
      return found ? get(String(found.reference)) : undefined;
    },
    /** The letter and the index of its code. Refused with Conflict if the applicant has one. */
    create: (letter: Letter): readonly Change[] => [
      { table, put: { pk: `letter#${letter.reference}`, sk: 'letter', ...letter }, guard: { absent: 'pk' } },
      {
        table,
        put: { pk: `code#${codeKey(letter.code)}`, sk: 'letter', reference: letter.reference },
        guard: { absent: 'pk' },
      },
    ],
    remove: (letter: Letter): readonly Change[] => [
      { table, remove: { pk: `letter#${letter.reference}`, sk: 'letter' }, guard: { unguarded: true } },
      { table, remove: { pk: `code#${codeKey(letter.code)}`, sk: 'letter' }, guard: { unguarded: true } },
    ],
  };
}
export type LettersTable = ReturnType<typeof lettersTable>;
