import { randomBytes } from 'node:crypto';
import { answers } from './applicants.ts';

/** Hangul that nobody is called, different each time. */
export const hangul = (count: number): string =>
  [...randomBytes(count * 2)]
    .flatMap((byte, index, all) => (index % 2 ? [] : [((byte << 8) | (all[index + 1] ?? 0)) % 11_172]))
    .map((code) => String.fromCharCode(0xac00 + code))
    .join('');
const digits = (count: number): string => [...randomBytes(count)].map((byte) => byte % 10).join('');

/** A person whose every answer is found again wherever it stands. */
export function canary(change: Parameters<typeof answers>[0] = {}) {
  const mark = randomBytes(6).toString('hex');
  const name = hangul(6);
  const mobile = `010-${digits(4)}-${digits(4)}`;
  const email = `canary-${mark}@example.com`;
  const words = {
    organisation: hangul(9),
    motivation: hangul(9),
    plan: hangul(9),
    accessibility: hangul(9),
    reason: hangul(9),
    reply: hangul(9),
    question: hangul(9),
  };
  const long = (word: string) => `${word} ${'지원 동기와 계획을 씁니다. '.repeat(5)} ${word}`;
  const form = answers({
    ...change,
    'about-you': { ...change['about-you'], name, mobile, email },
    background: { organisation: words.organisation, ...change.background },
    why: { motivation: long(words.motivation), plan: long(words.plan) },
    attendance: { accessibility: words.accessibility },
  });
  return { form, words, email, texts: [name, mobile, mobile.replaceAll('-', ''), email, ...Object.values(words)] };
}

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
