import { differing, keptOf, valuesOf } from './controls.ts';
import { copiesOf, copyKey, isCopyOf, type KeptCopy, keepCopy, readCopy, type Store } from './copies.ts';
import { offer } from './offer.ts';
import type { Lang } from './words.ts';

/** Between what is typed and its copy. */
const pause = 400;

/** The one form of a page whose words are looked after. */
export interface TypedForm {
  readonly form: HTMLFormElement;
  readonly key: string;
  /** Whether something was typed that was not sent. */
  isUnsent(): boolean;
  /** Brings the copy up to date, at once. */
  keep(): void;
}

/**
 * Keeps a copy of what is typed into a form as long as it is not sent, and offers copies of earlier.
 * @param carried the keys of copies whose forms this page answers without having taken them
 */
export function lookAfter(form: HTMLFormElement, store: Store, carried: readonly string[], lang: Lang): TypedForm {
  const opened = Date.now();
  const name = form.dataset.copy ?? '';
  const revision = Number(form.querySelector<HTMLInputElement>('input[name="revision"]')?.value ?? 0);
  const shown = valuesOf(form, 'shown');
  // What this page shows of a form that came back is stored nowhere, unless the form saves whatever it is sent with.
  const back = form.dataset.saves === undefined ? carried.find((one) => isCopyOf(name, one)) : undefined;
  const cameBack = back === undefined ? undefined : readCopy(store, back);
  const key = cameBack?.key ?? copyKey(name, `${opened.toString(36)}${Math.random().toString(36).slice(2)}`);
  const unsent = () => {
    const values = valuesOf(form, 'is');
    const names = [...Object.keys(cameBack?.values ?? {}), ...differing(values, shown)];
    return { values, names: names.filter((one) => one in values) };
  };

  const keep = () => {
    const { values, names } = unsent();
    const kept = keptOf(values, names);
    if (Object.keys(kept).length === 0) store.removeItem(key);
    else keepCopy(store, key, { at: Date.now(), revision, values: kept }, opened);
  };
  let timer = 0;
  const keepSoon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(keep, pause);
  };
  form.addEventListener('input', keepSoon);
  form.addEventListener('change', keepSoon);

  const drop = (copy: KeptCopy) => store.removeItem(copy.key);
  const present = valuesOf(form, 'is');
  const earlier = copiesOf(store, name).filter((copy) => {
    if (copy.key === key) return false;
    if (differing(copy.values, present).length > 0) return true;
    drop(copy);
    return false;
  });
  offer(form, earlier, revision, lang, (copy) => {
    keep();
    drop(copy);
  });
  return { form, key, keep, isUnsent: () => unsent().names.length > 0 };
}
