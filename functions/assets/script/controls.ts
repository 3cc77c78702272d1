import type { Values } from './copies.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const notTyped = /^(?:hidden|password|file|submit|button|image|reset)$/;

/** Looks like a resident registration number, which nothing of ours may keep. Better a text too many than one too few. */
const registrationNumber = /\d{6}\D{0,3}[1-8]\d{6}/;

/** The controls that people fill in and of which a copy may be kept. */
const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(
    (one): one is Control =>
      ((one instanceof HTMLInputElement && !notTyped.test(one.type)) ||
        one instanceof HTMLTextAreaElement ||
        one instanceof HTMLSelectElement) &&
      one.name !== '' &&
      !one.closest('[data-uncopied]'),
  );

const isTick = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox');

/** What a control has: as it is, or as the server showed it. */
function has(control: Control, as: 'is' | 'shown'): readonly string[] {
  if (isTick(control)) return (as === 'is' ? control.checked : control.defaultChecked) ? [control.value] : [];
  if (as === 'is') return [control.value];
  if (!(control instanceof HTMLSelectElement)) return [control.defaultValue];
  return [([...control.options].find((option) => option.defaultSelected) ?? control.options[0])?.value ?? ''];
}

export function valuesOf(form: HTMLFormElement, as: 'is' | 'shown'): Values {
  const values: Record<string, string[]> = {};
  for (const control of controlsOf(form)) {
    const own = has(control, as);
    values[control.name] = [...(values[control.name] ?? []), ...own];
  }
  return values;
}

const joined = (values: readonly string[]): string => JSON.stringify(values.filter(Boolean));

/** The names of controls of one form that differ. */
export const differing = (some: Values, others: Values): string[] =>
  Object.keys(some).filter((name) => name in others && joined(some[name] ?? []) !== joined(others[name] ?? []));

/** Of some controls, what may be kept. */
export const keptOf = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(
    names.flatMap((name) => {
      const own = values[name] ?? [];
      return own.some((value) => registrationNumber.test(value.normalize('NFKC'))) ? [] : [[name, own]];
    }),
  );

/** Fills controls in, and puts the focus on the first. */
export function fillIn(form: HTMLFormElement, values: Values): void {
  const controls = controlsOf(form).filter(({ name }) => name in values);
  for (const control of controls) {
    const own = values[control.name] ?? [];
    if (isTick(control)) control.checked = own.includes(control.value);
    else control.value = own[0] ?? '';
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }
  controls[0]?.focus();
}

const textIn = (element: Element | null | undefined): string => element?.firstChild?.textContent?.trim() ?? '';

/** What people read of some controls: the label of each, and its value in words. */
export function rowsOf(form: HTMLFormElement, values: Values, none: string): { term: string; value: string }[] {
  const controls = controlsOf(form);
  return Object.entries(values).flatMap(([name, own]) => {
    const same = controls.filter((control) => control.name === name);
    const [first] = same;
    if (!first) return [];
    const group = textIn(first.closest('fieldset')?.querySelector('legend'));
    const label = textIn(first.labels?.[0]);
    const inWords = same.flatMap((control) => {
      if (isTick(control)) return own.includes(control.value) ? [textIn(control.labels?.[0])] : [];
      if (!(control instanceof HTMLSelectElement)) return own;
      return [...control.options].filter((option) => own.includes(option.value)).map((option) => option.text);
    });
    const term = isTick(first) ? group || label : [group, label].filter(Boolean).join(' ');
    return [{ term, value: inWords.filter(Boolean).join(', ') || none }];
  });
}
