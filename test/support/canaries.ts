/** Every way in which a text may stand somewhere without being seen at once. */
export function disguises(text: string): string[] {
  const forms = [text, text.normalize('NFD'), text.toLowerCase()];
  return [
    ...new Set(
      forms.flatMap((form) => [
        form,
        encodeURIComponent(form),
        new URLSearchParams({ x: form }).toString().slice(2),
        JSON.stringify(form).slice(1, -1),
        escaped(form),
        escaped(form).toUpperCase().replaceAll('\\U', '\\u'),
        ...inBase64(form),
      ]),
    ),
  ];
}

const escaped = (text: string): string =>
  text.replace(/\P{ASCII}/gu, (char) =>
    char
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );

/** The characters that a text has in base64 wherever in a longer text it begins. */
function inBase64(text: string): string[] {
  const bytes = Buffer.from(text, 'utf8');
  return [0, 1, 2].flatMap((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes]);
    const from = Math.ceil((offset * 4) / 3);
    const certain = whole.toString('base64').slice(from + (offset > 0 ? 1 : 0), Math.floor((whole.length * 4) / 3) - 1);
    return [certain, certain.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** Where any of the texts stands in what was collected, in whatever disguise: `place: text`. */
export const foundIn = (places: Readonly<Record<string, string>>, texts: readonly string[]): string[] =>
  Object.entries(places).flatMap(([place, content]) =>
    texts.flatMap((text) => {
      const disguise = disguises(text).find((form) => content.includes(form));
      if (disguise === undefined) return [];
      const at = content.indexOf(disguise);
      return [`${place}: ${text} in …${content.slice(Math.max(0, at - 200), at + 200)}…`];
    }),
  );
