import { parseHtml } from '../pages/html.ts';
import { type FormFields, type Page, type Visitor, wordsOf } from '../visitor.ts';

/** A link or a button of a page, by the words on it. */
interface Shown {
  readonly words: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const elements = (html: string, name: 'a' | 'button'): Shown[] =>
  [...html.matchAll(new RegExp(`(<${name} [^>]*>)(.*?)</${name}>`, 'gsu'))].map(([, tag = '', inner = '']) => ({
    words: wordsOf(inner).trim(),
    attributes: parseHtml(tag).tags[0]?.attributes ?? new Map(),
  }));

interface ShownForm {
  readonly action: string;
  /** What it is sent with if nothing is typed. */
  readonly fields: FormFields;
  /** The names of all its controls. */
  readonly controls: ReadonlySet<string>;
}

function formNamed(html: string, id: string): ShownForm {
  const [, tag = '', inner = ''] = new RegExp(`(<form id="${id}"[^>]*>)(.*?)</form>`, 'su').exec(html) ?? [];
  const action = parseHtml(tag).tags[0]?.attributes.get('action');
  if (action === undefined) throw new Error(`the page has no form ${id}`);
  const { tags, controls } = parseHtml(inner);
  const isUnchosen = (attributes: ReadonlyMap<string, string>) =>
    /^(?:radio|checkbox)$/u.test(attributes.get('type') ?? '') && !attributes.has('checked');
  const areas = tags.flatMap(({ name, attributes }) => (name === 'textarea' ? [attributes.get('name') ?? ''] : []));
  const given = [
    ...tags.flatMap(({ name, attributes }) =>
      name === 'input' && !isUnchosen(attributes)
        ? [[attributes.get('name') ?? '', attributes.get('value') ?? '']]
        : [],
    ),
    ...areas.map((name) => [name, controls.get(name)?.[0] ?? '']),
  ];
  const fields: Record<string, string[]> = {};
  for (const [name = '', value = ''] of given) fields[name] = [...(fields[name] ?? []), value];
  return { action, fields, controls: new Set(controls.keys()) };
}

/** In which form a button stands, if it names none. */
const formAround = (html: string, button: string): string | undefined =>
  [...html.matchAll(/<form id="([^"]*)"[^>]*>(.*?)<\/form>/gsu)].find(([, , inner = '']) =>
    elements(inner, 'button').some(({ words }) => words === button),
  )?.[1];

/**
 * Somebody at a browser who types few addresses: everything else they open by a link or a button of the page that they
 * see, and what is not on it throws.
 * @param typed to which the addresses are added that they type
 */
export function clicking(browser: Visitor, typed: string[] = []) {
  let page: Page | undefined;
  const shown = (): Page => {
    if (!page) throw new Error('no page is open');
    return page;
  };
  const on = (next: Page): Page => {
    if (next.status >= 500) throw new Error(`${next.url} answered ${next.status}: ${next.text}`);
    page = next;
    return next;
  };

  const mainOf = (html: string): string => html.slice(html.indexOf('<main'));

  const press = async (isIt: (button: Shown) => boolean, what: string, fields: FormFields = {}): Promise<Page> => {
    const { url, html } = shown();
    const main = mainOf(html);
    const found = elements(main, 'button').find(isIt);
    if (!found) throw new Error(`${url} has no button ${what}`);
    const id = found.attributes.get('form') ?? formAround(main, found.words) ?? '';
    const form = formNamed(main, id);
    for (const name of Object.keys(fields)) {
      if (!form.controls.has(name)) throw new Error(`the form of ${url} has no field ${name}`);
    }
    const name = found.attributes.get('name');
    const pressed = name === undefined ? {} : { [name]: found.attributes.get('value') ?? '' };
    return on(await browser.postStale(form.action, { ...form.fields, ...fields, ...pressed }));
  };

  return {
    type: async (address: string): Promise<Page> => {
      typed.push(address);
      return on(await browser.get(address));
    },
    /** Follows the link to an address. */
    follow: async (href: string): Promise<Page> => {
      const { url, html } = shown();
      if (!elements(html, 'a').some(({ attributes }) => attributes.get('href') === href)) {
        throw new Error(`${url} has no link to ${href}`);
      }
      return on(await browser.get(href));
    },
    /** Follows the first link, or presses the first button, that says one of these. */
    choose: async (...words: readonly string[]): Promise<Page> => {
      const isIt = (one: Shown) => words.includes(one.words);
      const link = elements(mainOf(shown().html), 'a').find(isIt)?.attributes.get('href');
      return link === undefined ? press(isIt, words.join(' or ')) : on(await browser.get(link));
    },
    /** Fills fields of a form, and sends it by the button whose words begin so. */
    press: (beginning: string, fields?: FormFields): Promise<Page> =>
      press(({ words }) => words.startsWith(beginning), beginning, fields),
    /** The same by the main button of the page. */
    send: (fields?: FormFields): Promise<Page> =>
      press(({ attributes }) => attributes.get('class') === 'btn primary', 'that is the main one', fields),
  };
}
