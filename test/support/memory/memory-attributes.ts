import type { Attribute, Item } from './memory-expressions.ts';

const isItem = (content: unknown): content is Item => typeof content === 'object' && content !== null;

/** An attribute value as JavaScript has it. Loops, as models read hundreds of thousands of items. */
function plain(value: Attribute): unknown {
  for (const type in value) {
    const content = value[type];
    if (type === 'N') return Number(content);
    if (type === 'NULL') return null;
    if (type === 'L') return Array.isArray(content) ? content.map(plain) : content;
    if (type === 'SS') return new Set(Array.isArray(content) ? content : []);
    if (type === 'NS') return new Set(Array.isArray(content) ? content.map(Number) : []);
    return type === 'M' && isItem(content) ? plainItem(content) : content;
  }
  return undefined;
}

export function plainItem(found: Item): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const name in found) {
    const value = found[name];
    if (value !== undefined) made[name] = plain(value);
  }
  return made;
}

/** The other way round, for plain data; what is undefined is left out. */
function attributeOf(value: unknown): Attribute {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  return Array.isArray(value) ? { L: value.map(attributeOf) } : { M: attributesOf(value) };
}

function attributesOf(value: unknown): Item {
  const made: Item = {};
  for (const [name, field] of Object.entries(value ?? {})) {
    if (field !== undefined) made[name] = attributeOf(field);
  }
  return made;
}

/** The input of a command, marshalled where DynamoDB wants attribute values. */
export const marshalled = (input: unknown): unknown =>
  Object.fromEntries(
    Object.entries(input ?? {}).map(([name, value]) => {
      if (name === 'Item' || name === 'Key' || name === 'ExpressionAttributeValues' || name === 'ExclusiveStartKey')
        return [name, value === undefined ? undefined : attributesOf(value)];
      if (name === 'TransactItems' && Array.isArray(value)) return [name, value.map(marshalled)];
      return [name, ['Put', 'Delete', 'ConditionCheck', 'Get'].includes(name) ? marshalled(value) : value];
    }),
  );
