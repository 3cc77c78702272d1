import { type ComponentChildren, type ComponentType, type FunctionComponent, isValidElement, type VNode } from 'preact';
import { Fault } from '../errors.ts';

/** The words of a tree of mail components, in the order of the HTML: the text part of a mail. */
export const textOf = (tree: ComponentChildren): string =>
  words(tree)
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

function words(node: ComponentChildren): string {
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (Array.isArray(node)) return node.map(words).join('');
  if (isValidElement(node))
    return typeof node.type === 'string' ? ofElement(node.type, node) : expanded(node.type, node);
  return typeof node === 'object' ? '' : String(node);
}

const isFunction = (type: ComponentType): type is FunctionComponent => !('render' in (type.prototype ?? {}));

function expanded(type: ComponentType, { props }: VNode): string {
  if (!isFunction(type)) throw new Fault('MailPartUnknown');
  return words(type(props));
}

/** A block is followed by an empty line; a row, an item and a line break end their line. */
function ofElement(name: string, { props }: VNode): string {
  if ('data-html-only' in props) return '';
  const inner = words(props.children);
  switch (name) {
    case 'br':
      return '\n';
    case 'a':
      return link(inner, props);
    case 'p':
    case 'h1':
    case 'h2':
    case 'ul':
    case 'table':
      return `${inner.trim()}\n\n`;
    case 'blockquote':
      return `${inner.trim().replace(/^/gm, '> ')}\n\n`;
    case 'li':
      return `- ${inner.trim()}\n`;
    case 'tr':
      return `${inner.trim()}\n`;
    case 'th':
      return inner.endsWith('?') ? `${inner} ` : `${inner}: `;
    case 'td':
      return inner.includes('\n') ? `\n${inner.replace(/^/gm, '  ')}` : inner;
    default:
      return inner;
  }
}

function link(inner: string, props: object): string {
  const href = 'href' in props && typeof props.href === 'string' ? props.href : '';
  const address = href.replace(/^(?:mailto|tel):/, '');
  if ('data-button' in props) return `${inner}:\n${href}`;
  return href === address && inner !== href ? `${inner} (${href})` : inner;
}
