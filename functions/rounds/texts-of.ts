import { isLang } from '../shared/i18n.ts';
import type { Path } from './findings.ts';

export interface FoundText {
  readonly path: Path;
  readonly text: string;
}

/** Every text of a round in each language, with its path. */
export function textsOf(value: unknown, path: Path = []): FoundText[] {
  if (typeof value === 'string') return isLang(String(path.at(-1))) ? [{ path, text: value }] : [];
  if (value === null || typeof value !== 'object') return [];
  return Array.isArray(value)
    ? value.flatMap((item, index) => textsOf(item, [...path, index]))
    : Object.entries(value).flatMap(([key, item]) => textsOf(item, [...path, key]));
}
