import { differing, fillIn, rowsOf, valuesOf } from './controls.ts';
import type { KeptCopy } from './copies.ts';
import { announce, made } from './elements.ts';
import { type Lang, typedText, words } from './words.ts';

/**
 * Offers what was typed earlier, one window's after the other's; the form changes only if the person says so.
 * @param settled once it is in the form, or not wanted
 */
export function offer(
  form: HTMLFormElement,
  copies: readonly KeptCopy[],
  revision: number,
  lang: Lang,
  settled: (copy: KeptCopy) => void,
): void {
  const [copy, ...more] = copies;
  if (!copy) return;
  const names = differing(copy.values, valuesOf(form, 'is'));
  const values = Object.fromEntries(names.map((name) => [name, copy.values[name] ?? []]));
  const button = (text: string, act: () => void) => {
    const one = made('button', { type: 'button', class: 'btn tertiary' }, text);
    one.addEventListener('click', () => {
      box.remove();
      act();
      settled(copy);
      offer(form, more, revision, lang, settled);
    });
    return one;
  };
  const rows = rowsOf(form, values, words.none[lang]).map(({ term, value }) =>
    made('div', {}, made('dt', {}, term), made('dd', { class: 'value' }, value)),
  );
  const since = copy.revision < revision ? ` ${words.since[lang]}` : '';
  const titled = { 'aria-labelledby': 'typed-earlier' };
  const box = made(
    'div',
    { class: 'notice info', role: 'region', ...titled },
    made('h2', { id: 'typed-earlier' }, words.title[lang]),
    made('p', {}, `${typedText(copy.at)[lang]}${since} ${words.choose[lang]}`),
    made('div', { class: 'earlier', role: 'group', tabindex: '0', ...titled }, made('dl', { class: 'list' }, ...rows)),
    made(
      'div',
      { class: 'actions' },
      button(words.drop[lang], () => form.closest('main')?.focus()),
      button(words.use[lang], () => {
        fillIn(form, values);
        announce(words.used[lang]);
      }),
    ),
  );
  form.before(box);
  announce(words.title[lang]);
}
