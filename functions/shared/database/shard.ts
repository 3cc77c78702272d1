/**
 * Spreads ids over the partitions of an index, from 0: the same id is always in the same one.
 * @param factor belongs to the keys that were stored with it, so that it never changes
 */
export function shardOf(id: string, shards: number, factor = 31): number {
  let sum = 0;
  for (const char of id) sum = (sum * factor + (char.codePointAt(0) ?? 0)) % 9973;
  return sum % shards;
}
