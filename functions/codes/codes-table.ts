import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Change, Database } from '../shared/database/database.ts';
import { fromItem } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import { fingerprint } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import {
  type Addressee,
  type AddressRow,
  addressKeyOf,
  addressRowSchema,
  type Challenge,
  challengeSchema,
  expiryAt,
  maxAttempts,
  mostGuesses,
} from './code.ts';

/*
 * Access patterns (partition key `pk`):
 *   one challenge                                     pk = challenge#<id>
 *   what was mailed to an address, its present code   pk = address#<fingerprint>
 *   the code that somebody was told for something     the same, of whom and of what for
 *   how often a source asked in an hour               pk = source#<fingerprint of the source and the hour>
 * Rows go by themselves after a day. Tries, guesses and uses are counted by single conditional updates, without an
 * event: they decide nothing that lasts.
 */

export const codesShape = { partition: 'pk', expires: true } as const satisfies TableShape;

const challengeKey = (id: string): string => `challenge#${id}`;
const addressKey = (to: Addressee): string => `address#${addressKeyOf(to)}`;

export function codesTable(db: Database, table: string) {
  const get = async (pk: string): Promise<Record<string, unknown> | undefined> => {
    const { Item } = await db.send(new GetCommand({ TableName: table, Key: { pk }, ConsistentRead: true }));
    return Item;
  };

  /** The row after an update, or nothing if the condition did not hold. */
  const update = async (
    pk: string,
    expression: string,
    condition: string,
    values: Readonly<Record<string, unknown>>,
    names?: Record<string, string>,
  ): Promise<Record<string, unknown> | undefined> => {
    try {
      const { Attributes } = await db.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk },
          UpdateExpression: expression,
          ConditionExpression: condition,
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: { ...values },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return Attributes ?? {};
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  };

  return {
    challenge: async (id: string): Promise<Challenge | undefined> => {
      const found = await get(challengeKey(id));
      return found && fromItem(challengeSchema, found, table);
    },
    address: async (to: Addressee): Promise<AddressRow | undefined> => {
      const found = await get(addressKey(to));
      return found && fromItem(addressRowSchema, found, table);
    },
    putChallenge: (challenge: Challenge): Change => ({
      table,
      put: { ...challenge, pk: challengeKey(challenge.id) },
      guard: { absent: 'pk' },
    }),
    saveAddress: (to: Addressee, next: AddressRow, was: AddressRow | undefined): Change => ({
      table,
      put: { ...next, pk: addressKey(to) },
      guard: was ? { count: was.count } : { absent: 'pk' },
    }),

    /** Counts one more question of a source. @returns false if it has asked often enough in this hour */
    countSource: async (source: string, most: number, now: Instant): Promise<boolean> => {
      const counted = await update(
        `source#${fingerprint('source', source, now.slice(0, 13))}`,
        'SET expiresAt = :expires ADD #count :one',
        'attribute_not_exists(#count) OR #count < :most',
        { ':expires': expiryAt(now), ':one': 1, ':most': most },
        { '#count': 'count' },
      );
      return counted !== undefined;
    },

    /** Counts one more try of the browser that asked. @returns nothing if it may not try (any more) */
    countTry: async (id: string, secret: string, now: Instant): Promise<Challenge | undefined> => {
      const counted = await update(
        challengeKey(id),
        'ADD #tries :one',
        '#secret = :secret AND #tries < :most AND #until > :now',
        { ':one': 1, ':secret': secret, ':most': maxAttempts, ':now': now },
        { '#tries': 'tries', '#secret': 'secret', '#until': 'until' },
      );
      return counted && fromItem(challengeSchema, counted, table);
    },
    /** Counts one more guess at the code that an address has. @returns false if it is no more to be guessed at */
    countGuess: async (to: Addressee, code: string, now: Instant, most = mostGuesses): Promise<boolean> => {
      const counted = await update(
        addressKey(to),
        'ADD guesses :one',
        '#code = :code AND codeUntil > :now AND guesses < :most',
        { ':one': 1, ':code': code, ':now': now, ':most': most },
        { '#code': 'code' },
      );
      return counted !== undefined;
    },
    /** Counts that a browser enters once more what it has proved by. @returns false if it has often enough */
    countRepeat: async (id: string): Promise<boolean> => {
      const counted = await update(
        challengeKey(id),
        'ADD repeats :one',
        'attribute_exists(pk) AND (attribute_not_exists(repeats) OR repeats < :most)',
        { ':one': 1, ':most': maxAttempts },
      );
      return counted !== undefined;
    },
    /**
     * Takes the code from an address, and notes for whom in the same step. Who has proved it is mailed others, whatever
     * strangers have asked for. @returns whether it was still there
     */
    spendCode: async (to: Addressee, code: string, by: string, now: Instant): Promise<boolean> => {
      const spent = await update(
        addressKey(to),
        'REMOVE #code SET spent = :spent, mails = :none ADD #count :one',
        '#code = :code',
        { ':code': code, ':one': 1, ':spent': { code, by, at: now }, ':none': [] },
        { '#code': 'code', '#count': 'count' },
      );
      return spent !== undefined;
    },
    /** An address that was proved by a link is mailed others, too. */
    mailAnew: async (to: Addressee): Promise<void> => {
      await update(
        addressKey(to),
        'SET mails = :none ADD #count :one',
        'attribute_exists(pk)',
        { ':none': [], ':one': 1 },
        { '#count': 'count' },
      );
    },
    /** @returns whether nobody else has used the link of the mail. */
    useLink: async (id: string, by: string | undefined, now: Instant): Promise<boolean> => {
      const used = await update(
        challengeKey(id),
        by === undefined ? 'SET linkUsedAt = :now' : 'SET linkUsedAt = :now, linkUsedBy = :by',
        'attribute_exists(pk) AND attribute_not_exists(linkUsedAt)',
        { ':now': now, ...(by !== undefined && { ':by': by }) },
      );
      return used !== undefined;
    },
  };
}
export type CodesTable = ReturnType<typeof codesTable>;
