import { hiddenIn } from '../visitor.ts';

/** What a form of a page posts, and where. */
export interface FilledForm {
  readonly action: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1]?.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

/** By its name, what a field is filled with that does not take any words. */
const parts: readonly (readonly [RegExp, string])[] = [
  [/\.year$/u, '2026'],
  [/\.month$/u, '11'],
  [/\.day$/u, '20'],
  // Only where something is otherwise than it is shown.
  [/^(?:hours-|manuscript$|travel$)/u, ''],
  [/[Pp]hone$|mobile$/u, '010-1234-5678'],
  [/^account$/u, '110-123-456789'],
];

const valueFor = (name: string, tag: string): string =>
  parts.find(([end]) => end.test(name))?.[1] ??
  (attribute(tag, 'inputMode') === 'numeric' || attribute(tag, 'inputmode') === 'numeric' ? '1' : '확인하였습니다.');

/**
 * The forms of a page that are posted somewhere, each filled as somebody would who means it: once for each way to choose
 * among the radio buttons of one question, with everything ticked and something in every field.
 */
export function filledForms(html: string): FilledForm[] {
  return [...html.matchAll(/<form [^>]*method="post"[^>]*>(.*?)<\/form>/gsu)].flatMap(([form, inner = '']) => {
    const action = attribute(form.slice(0, form.indexOf('>')), 'action') ?? '';
    const tags = [...inner.matchAll(/<(?:input|textarea|button)\b[^>]*>/gu)].map(([tag]) => tag);
    const groups = new Map<string, string[]>();
    const fields: Record<string, readonly string[]> = { ...hiddenIn(inner) };
    for (const tag of tags) {
      const name = attribute(tag, 'name');
      if (name === undefined || tag.startsWith('<button')) continue;
      const type = attribute(tag, 'type') ?? 'text';
      const value = attribute(tag, 'value') ?? '';
      if (type === 'radio') groups.set(name, [...(groups.get(name) ?? []), value]);
      else if (type === 'checkbox') fields[name] = [...(fields[name] ?? []), value || 'yes'];
      else if (type !== 'hidden') fields[name] = [value || valueFor(name, tag)];
    }
    for (const [, name = '', options = ''] of inner.matchAll(/<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gsu)) {
      const value = [...options.matchAll(/<option [^>]*value="([^"]+)"/gu)][0]?.[1];
      if (value !== undefined) fields[name] = [value];
    }
    for (const [name, [first = '']] of groups) fields[name] = [first];
    const choices = [...groups].flatMap(([name, values]) => values.map((value) => ({ ...fields, [name]: [value] })));
    return (choices.length > 0 ? choices : [fields]).map((filled) => ({ action, fields: filled }));
  });
}
