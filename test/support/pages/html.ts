/** An element's start as a parser of HTML sees it: its name and its attributes with their decoded values. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

export interface ParsedHtml {
  readonly tags: readonly Tag[];
  /** The words between the tags, decoded, white space as it is. */
  readonly text: string;
  /** What each control of the page's forms holds: inputs and textareas, by name. */
  readonly controls: ReadonlyMap<string, readonly string[]>;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
const decode = (text: string): string =>
  text.replace(/&(lt|gt|quot|#39|amp);/gu, (_, name: string) => entities[name] ?? '');

const tagPattern = /<(\/?)([a-zA-Z][^\s/>]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*\/?>/uy;
const attributePattern = /([^\s"'<>/=]+)(?:="([^"]*)")?/gu;

/**
 * Reads a page as strictly as it is written: whatever begins like markup and is not a well-formed tag of ours throws,
 * so that a value that broke out of its place cannot be overlooked.
 */
export function parseHtml(html: string): ParsedHtml {
  const tags: Tag[] = [];
  const controls = new Map<string, string[]>();
  let text = '';
  let at = html.startsWith('<!doctype html>') ? '<!doctype html>'.length : 0;
  let raw: { readonly name: string; readonly control: string | undefined } | undefined;
  const hold = (name: string | undefined, value: string) =>
    name !== undefined && controls.set(name, [...(controls.get(name) ?? []), value]);
  while (at < html.length) {
    const next = raw ? html.indexOf(`</${raw.name}>`, at) : html.indexOf('<', at);
    const words = html.slice(at, next < 0 ? html.length : next);
    if (raw?.name !== 'style') text += decode(words);
    if (raw?.name === 'textarea') hold(raw.control, decode(words.replace(/^\n/u, '')));
    if (next < 0) break;
    tagPattern.lastIndex = next;
    const [whole, closing, name = '', inner = ''] = tagPattern.exec(html) ?? [];
    if (whole === undefined) throw new Error(`no tag of ours: ${html.slice(next, next + 80)}`);
    at = next + whole.length;
    raw = undefined;
    if (closing) continue;
    const attributes = new Map(
      [...inner.matchAll(attributePattern)].map(([, key = '', value = '']) => [key.toLowerCase(), decode(value)]),
    );
    tags.push({ name: name.toLowerCase(), attributes });
    if (name === 'input') hold(attributes.get('name'), attributes.get('value') ?? '');
    if (['textarea', 'title', 'style', 'script'].includes(name)) raw = { name, control: attributes.get('name') };
  }
  return { tags, text, controls };
}

/** The kinds of elements of a page, each with the names of its attributes: what a typed value must not add to. */
export const kindsOf = ({ tags }: ParsedHtml): string[] =>
  tags.map(({ name, attributes }) => `${name} ${[...attributes.keys()].sort().join(' ')}`);
