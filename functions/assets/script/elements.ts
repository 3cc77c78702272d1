/** An element with its attributes and what is in it: text is never read as markup. */
export function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...content);
  return element;
}

let status: HTMLElement | undefined;

/** Tells people who listen, once they have listened to what is being said. */
export function announce(text: string): void {
  if (!status) {
    status = made('p', { class: 'sr', role: 'status' });
    document.body.append(status);
  }
  status.textContent = text;
}
