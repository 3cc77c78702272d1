import { shardOf } from '../shared/database/shard.ts';
import { foldedText } from '../shared/text/folded.ts';

/** Shards of the lists of a round's applications: 650 submissions in a second are below 50 in each. */
export const roundShards = 16;

/** The list of all that was sent in a round, by reference: the partition of a shard. */
export const roundKey = (roundId: string, shard: number): string => `round#${roundId}#${shard}`;

/** A position in the list of a round, before the first of a shard: no reference stands in it, and it may be in an address. */
export const beforeShard = (shard: number): string => `${shard}/`;
export const shardAt = (position: string): number => Number(position.split('/', 1));

/** The shard that an address names; the first, if it names none. */
export const parseShard = (text: string | undefined): number =>
  /^\d{1,2}$/u.test(text ?? '') && Number(text) < roundShards ? Number(text) : 0;

/** Shards of the index of the same by time: 650 submissions in a second are a fifth of what one takes. */
export const indexShards = 4;

export const inRoundKey = (roundId: string, shard: number): string => `${roundId}#${shard}`;

/** The shard of a reference. */
export const roundShardOf = (reference: string): number => shardOf(reference, roundShards);

/** A name, or a part of one, as it is searched for: without spaces, case and accents. */
export const foldedName = (name: string): string => foldedText(name).replaceAll(/\s/gu, '');

/** What the index by time finds something by that was sent in a round; nothing for a draft. */
export const listedIn = (sent: {
  readonly reference: string;
  readonly roundId: string;
  readonly version: number;
  readonly name?: string;
}) => ({
  inRound: sent.version > 0 ? inRoundKey(sent.roundId, shardOf(sent.reference, indexShards)) : undefined,
  nameFolded: sent.name === undefined ? undefined : foldedName(sent.name),
});
