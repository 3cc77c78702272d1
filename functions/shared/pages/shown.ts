import type { Form } from './request.ts';

/*
 * What every form says of itself: whose it is, the revision of the words that it shows, and where its buttons lead.
 * Whoever takes a form compares both with what is stored (docs/adr/0024).
 */

const names = {
  application: 'application',
  revision: 'revision',
  round: 'round',
  form: 'form',
  action: 'action',
} as const;
const goPrefix = 'go:';

/** The hidden fields of a form of an application; without a revision where nothing is written over. */
export const shownOf = (reference: string, revision?: number): Readonly<Record<string, string>> => ({
  [names.application]: reference,
  ...(revision !== undefined && revisionOf(revision)),
});

/** The hidden field of a form whose address says whose it is. */
export const revisionOf = (revision: number): Readonly<Record<string, string>> => ({
  [names.revision]: String(revision),
});

/** The hidden field of a form whose words are a round's: the version that it shows. */
export const roundOf = (version: number): Readonly<Record<string, string>> => ({ [names.round]: String(version) });

/** The hidden field by which a form is known that comes twice: the browser went back to it. */
export const formNamed = (id: string): Readonly<Record<string, string>> => ({ [names.form]: id });

/** By what a form is known. */
export const formIn = (form: Form): string | undefined => /^[\da-f]{32}$/.exec(form.get(names.form)?.at(-1) ?? '')?.[0];

/** The application that a form names, as it came. */
export const applicationIn = (form: Form): string | undefined => form.get(names.application)?.at(-1);

/** The revision that a form shows; that of nothing stored yet, if it says none. */
export const revisionIn = (form: Form): number => numberIn(form, names.revision);

/** The version of the round that a form shows; none has 0. */
export const roundIn = (form: Form): number => numberIn(form, names.round);

function numberIn(form: Form, name: string): number {
  const shown = form.get(name)?.at(-1) ?? '';
  return /^\d{1,9}$/.test(shown) ? Number(shown) : 0;
}

/** Names a button that saves its form as it is, right or wrong, and then leads to another page. */
export const going = (page: string) => ({ name: names.action, value: `${goPrefix}${page}` });

/** The page to which such a button leads. */
export function goingTo(form: Form): string | undefined {
  const action = form.get(names.action)?.at(-1);
  return action?.startsWith(goPrefix) ? action.slice(goPrefix.length) : undefined;
}
