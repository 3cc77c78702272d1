import { normaliseLine } from '../shared/text/text.ts';
import {
  genericStems,
  groups,
  kinds,
  noOrganisation,
  otherNames,
  partEnds,
  partWords,
  standings,
} from './organisation-names.ts';

/** One organisation out of what somebody wrote. */
export interface Organisation {
  /** As it was written, without what is no part of its name. */
  readonly name: string;
  /** By which it is compared: all letters and digits; the full name, of one that has several. */
  readonly key: string;
  /** What is left of the key without the kind at its end; whether it says nothing by itself (`서울`). */
  readonly stem: string;
  readonly generic: boolean;
  readonly kind: string | undefined;
  readonly group: string | undefined;
  /** Keys of organisations whose names begin this one. */
  readonly within: readonly string[];
  /** Its part that somebody names, a department or a branch: `경영학과`. */
  readonly part?: string;
}

/** What a cell says, one organisation or several; none for `프리랜서`. */
export function organisationsIn(cell: string): readonly Organisation[] {
  if (noOrganisation.has(keyOf(cell))) return [];
  const found = namesIn(cell).flatMap(fromName);
  return [...new Map(found.map((one) => [`${one.key} ${one.part ?? ''}`, one])).values()];
}

const koreanForms =
  /주식회사|유한(?:책임)?회사|합[자명]회사|농업회사법인|(?:재단|사단|학교|의료|사회복지)법인|\(\s*[주유합재사학의]\s*\)/gu;
const englishForms = new Set(
  'inc incorporated co company corp corporation ltd limited llc llp lp plc gmbh ag sa bv pte pty'.split(' '),
);
const englishFormsBehindComma = /,(?=\s*(?:inc|incorporated|co|corp|ltd|limited|llc|llp|lp|plc)\b)/gu;
/** The old vowel araea, which is typed for a middle dot. */
const araea = /[\u318d\u119e]/gu;
const initials = /\b(\p{L})\.(?=\p{L}\b)/gu;
const noLetters = /[^\p{L}\p{M}\p{N}]+/gu;
const between =
  /[,;/|\n、]|(?<![\p{L}\p{N}])(?:및|겸|and also)(?![\p{L}\p{N}])|\(?(?<![\p{L}\p{N}])[전현前現](?:\)|[:.])/gu;
const bracket = /\(([^()]*)\)|\[([^[\]]*)\]/gu;

/** The names in a cell: split where several are listed, and at brackets, which hold a part or another name. */
function namesIn(cell: string): string[] {
  const written = normaliseLine(cell)
    .normalize('NFKC')
    .toLowerCase()
    .replace(araea, ' ')
    .replace(koreanForms, ' ')
    .replace(englishFormsBehindComma, ' ');
  const inside = [...written.matchAll(bracket)].flatMap(([, round, square]) => round ?? square ?? []);
  return [written.replace(bracket, ' '), ...inside].flatMap((part) => part.split(between));
}

/** The words of a name without legal forms, and without what is said of who belongs to it. */
function wordsOf(name: string): string[] {
  const words = name
    .replace(initials, '$1')
    .split(noLetters)
    .filter((word) => word !== '');
  const named = words.findLastIndex((word) => !englishForms.has(word));
  const formless = words.slice(0, named + 1);
  const first = formless.findIndex((word) => !standings.has(word));
  const last = formless.findLastIndex((word) => !standings.has(word));
  return first < 0 ? [] : formless.slice(first, last + 1);
}

const fullNames: ReadonlyMap<string, string> = new Map(
  otherNames.flatMap(([full = '', ...others]) => [full, ...others].map((name) => [keyOf(name), keyOf(full)] as const)),
);
function keyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(noLetters, '');
}

/** All names by which an organisation is known, its key among them. */
export const namesOf = ({ key }: Pick<Organisation, 'key'>): readonly string[] => {
  const others = [...fullNames].filter(([, full]) => full === key).map(([name]) => name);
  return [...new Set([key, ...others, ...sameKinds(key)])];
};

/** The same name with the other words for its kind: 서울대 for 서울대학교. */
function sameKinds(key: string): string[] {
  const found = kindAtEnd(key);
  return found ? found.all.map((kind) => found.stem + kind.replaceAll(' ', '')) : [];
}

/** An organisation out of one name, and each other that stands behind it without a comma between. */
function fromName(name: string): Organisation[] {
  const words = kindLast(wordsOf(name));
  const whole = words.join('');
  if (whole.length < 2 || noOrganisation.has(whole)) return [];
  const known = fullNames.get(whole);
  if (known !== undefined) return [organisation(name, known)];
  for (let count = 1; count < words.length; count += 1) {
    const head = words.slice(0, count).join('');
    const rest = words.slice(count);
    if (!standsAlone(head, words.slice(0, count))) continue;
    const behind = rest.join('');
    if (hasOwnKind(behind) && !fullNames.has(behind)) return [organisation(name, whole, [keyIn(head)])];
    if (isPart(behind) || isFaculty(head, behind) || rest.some((word) => partWords.has(word)) || !hasKind(behind))
      return [{ ...glued(name, head), part: behind }];
    return [glued(name, head), organisation(name, whole, [keyIn(head)]), ...fromName(rest.join(' '))];
  }
  if (words.some((word) => partWords.has(word)) && /^(?:department|dept|school|college|faculty)/u.test(whole))
    return [];
  return [glued(name, whole)];
}

/** Whether words at the beginning of a name are an organisation by themselves. */
const standsAlone = (head: string, words: readonly string[]): boolean =>
  fullNames.has(head) || (kindAtEnd(head) !== undefined && !(words.length === 1 && genericStems.has(head)));

/** Firms of lawyers and accountants bear their kind before their name, or behind it. */
const kindLast = ([first = '', ...rest]: readonly string[]): string[] =>
  rest.length > 0 && /^(?:법무|회계|세무|특허|노무)법인$/u.test(first) ? [...rest, first] : [first, ...rest];

/** 경영대 behind a university is no university, and 디지털재단 by itself names none. */
function isFaculty(head: string, behind: string): boolean {
  if (fullNames.has(behind)) return false;
  const [within, found] = [kindAtEnd(head)?.kind, kindAtEnd(behind)];
  if (within === '대학교' && /대(?:학)?$/u.test(behind)) return true;
  return found !== undefined && genericStems.has(found.stem) && found.kind !== '구청' && found.kind !== '시청';
}

const hasKind = (name: string): boolean => fullNames.has(name) || kindAtEnd(name) !== undefined;
const isPart = (name: string): boolean => partEnds.some((end) => name.endsWith(end));
const keyIn = (name: string): string => glued(name, name).key;

const kindWords = kinds
  .flatMap((all) => all.map((word) => ({ word: word.replaceAll(' ', ''), kind: all[0] ?? word, all })))
  .sort((a, b) => b.word.length - a.word.length);

/** Kinds behind which something may stand without a space. */
const gluedKinds = kindWords.map(({ word }) => word).filter((word) => /[가-힣]{2}|대/u.test(word));

/** How much has to stand before a kind: what is short ends other words too. */
const leastStem = (word: string): number => (word.length === 1 ? 2 : 1);

function kindAtEnd(name: string) {
  for (const { word, kind, all } of kindWords) {
    if (name.length - word.length < leastStem(word) || !name.endsWith(word)) continue;
    return { stem: name.slice(0, -word.length), kind, all };
  }
  return undefined;
}

/** Without spaces: `가온은행강남지점` is 가온은행, `서울대학교병원` only begins with a university. */
function glued(name: string, whole: string): Organisation {
  const known = fullNames.get(whole);
  if (known !== undefined) return organisation(name, known);
  const heads = headsOf(whole);
  const part = heads.find(({ rest, word }) => isPart(rest) && (word.length > 1 || rest.length > 2));
  if (part && !hasOwnKind(part.rest)) {
    return { ...organisation(name, fullNames.get(part.head) ?? part.head), part: part.rest };
  }
  return organisation(
    name,
    whole,
    heads.flatMap(({ head }) => {
      const { key, within } = organisation(head, fullNames.get(head) ?? head);
      return [key, ...within];
    }),
  );
}

/** A hospital or a school within a university is an organisation of its own; its faculties are not. */
const hasOwnKind = (rest: string): boolean => /(?:병원|고등학교|중학교|지주|재단)$/u.test(rest);

/** Beginnings of a name that end with a kind, the shortest first. */
function headsOf(whole: string) {
  const heads = gluedKinds.flatMap((word) => {
    const at = whole.indexOf(word, leastStem(word));
    const end = at + word.length;
    return at < 0 || end === whole.length ? [] : [{ word, head: whole.slice(0, end), rest: whole.slice(end) }];
  });
  return heads.sort((a, b) => b.word.length - a.word.length).sort((a, b) => a.head.length - b.head.length);
}

function organisation(name: string, whole: string, within: readonly string[] = []): Organisation {
  const group = groups.find((letters) => whole.startsWith(letters) && /[가-힣]/u.test(whole.charAt(letters.length)));
  const bare = group === undefined ? whole : whole.slice(group.length);
  const known = fullNames.get(bare);
  const isNamed = bare !== whole && !kindWords.some(({ word }) => word === bare);
  const own = known ?? (isNamed && kindAtEnd(bare) ? bare : whole);
  const found = kindAtEnd(own);
  const stem = found && fullNames.get(found.stem);
  return {
    name: name.trim(),
    key: found ? found.stem + found.kind : own,
    stem: found?.stem ?? own,
    generic: genericStems.has(found?.stem ?? own),
    kind: found?.kind,
    group: group ?? groupOf(own),
    within: stem === undefined ? within : [...within, stem],
  };
}

/** The group of an organisation that is known with its letters too: 국민은행 is KB국민은행. */
function groupOf(key: string): string | undefined {
  const names = otherNames.find(([full = '']) => keyOf(full) === key) ?? [];
  return groups.find((letters) => names.some((name) => keyOf(name).startsWith(letters) && keyOf(name) !== key));
}
