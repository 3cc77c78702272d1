import { once } from '../shared/once.ts';
import { folded, foldedText } from '../shared/text/folded.ts';
import { residentNumbersIn } from '../shared/text/resident-number.ts';
import { birthPatterns, contactPatterns, ownContactPatterns, starredNumber } from './masked-contacts.ts';
import { namePatterns } from './masked-names.ts';
import { addressPatterns, biographyPatterns, districtPatterns, organisationPatterns } from './masked-places.ts';

/** Who applies, as far as their own words could tell it. */
export interface Identity {
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** Where they live, in the words of the form. */
  readonly districts: readonly string[];
  /** Days of birth, `YYYY-MM-DD`. */
  readonly births: readonly string[];
  /** Employers and schools, as they were written. */
  readonly organisations: readonly string[];
}

export type MaskedKind = 'number' | 'contact' | 'address' | 'name' | 'organisation';

/** A piece of a text: as it is, or in place of what tells who wrote it. */
export type Piece = string | { readonly masked: MaskedKind };

/**
 * Takes out of texts what tells who wrote them, as far as it is recognised: own names, addresses, employers and schools,
 * and every telephone number, mail address, link and registration number (docs/adr/0028).
 */
export function maskerFor(identity: Identity): (text: string) => readonly Piece[] {
  const own = (written: readonly string[], patterns: (folded: string) => readonly string[]) =>
    written.map(foldedText).filter(Boolean).flatMap(patterns);
  const contacts = { emails: identity.emails.map(foldedText), phones: identity.phones.map(foldedText) };
  const patterns = [
    ...ofAnybody(),
    ...compiled('number', own(identity.births, birthPatterns)),
    ...compiled('contact', ownContactPatterns(contacts)),
    ...compiled('address', districtPatterns(identity.districts.map(foldedText))),
    ...compiled('name', own(identity.names, namePatterns)),
    ...compiled('organisation', organisationPatterns(identity.organisations)),
  ];
  return (text) => pieces(text.normalize('NFC'), patterns);
}

type Pattern = readonly [MaskedKind, RegExp];

const compiled = (kind: MaskedKind, patterns: readonly string[]): Pattern[] =>
  patterns.map((pattern) => [kind, new RegExp(pattern, 'gu')]);

/** What is masked whose ever it is. */
const ofAnybody = once(() => [
  ...compiled('number', [starredNumber]),
  ...compiled('contact', contactPatterns),
  ...compiled('address', addressPatterns),
  ...compiled('organisation', biographyPatterns),
]);

interface Span {
  readonly from: number;
  readonly to: number;
  readonly kind: MaskedKind;
}

function pieces(text: string, patterns: readonly Pattern[]): Piece[] {
  const { plain, place } = folded(text);
  const spans: Span[] = residentNumbersIn(text).map((span) => ({ ...span, kind: 'number' }));
  for (const [kind, pattern] of patterns) {
    for (const match of plain.matchAll(pattern)) {
      if (match[0] !== '') spans.push({ ...place(match.index, match.index + match[0].length), kind });
    }
  }
  const result: Piece[] = [];
  let at = 0;
  for (const { from, to, kind } of together(spans)) {
    if (from > at) result.push(text.slice(at, from));
    result.push({ masked: kind });
    at = to;
  }
  return at < text.length ? [...result, text.slice(at)] : result;
}

/** Spans that touch become one, of the kind of the longest. */
function together(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = joined.at(-1);
    if (!last || span.from >= last.to) {
      joined.push(span);
      continue;
    }
    const kind = span.to - span.from > last.to - last.from ? span.kind : last.kind;
    joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to), kind };
  }
  return joined;
}
