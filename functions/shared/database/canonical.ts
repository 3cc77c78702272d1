import { sha256Hex } from '../sha256.ts';

/** JSON with the fields of every object in the order of their names; a field that is undefined is one that is not there. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value && typeof value === 'object') {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
  }
  return JSON.stringify(value);
};

/** SHA-256 in hexadecimal of what a value says, in whatever order its fields were written or stored. */
export const canonicalHash = (value: unknown): string => sha256Hex(canonical(value));
