import { englishWords, givenWords, koreanWords } from './names-that-are-words.ts';
import { quoted, wordStart } from './patterns.ts';
import { romanised } from './romanisation.ts';

/** What may stand behind a Korean name without a space. */
export const particles =
  '이라는|라는|이라고|라고|이라서|라서|이라도|이라면|라면|입니다|이었습니다|였습니다|이에요|예요|이야|이며|이고|이지만|인데|에게서|에게|께서|한테|에서도|에서의|에서는|에서|으로서|로서|으로|로|' +
  '은|는|이가|이는|이를|이의|이와|이|가|을|를|의|와|과|도|만|에|씨|님|군|양|아|야|드림|올림|배상|부터|까지|처럼|보다|이나|나|이랑|랑|하고|및|인|측|출신|소속';

/** The end of a word, or particles and then the end. */
export const wordEnd = `(?=(?:${particles}){0,2}(?![\\p{L}\\p{N}]))`;
const gap = '[\\s.·ㆍ・,\\-_*/]{1,3}';

const compoundSurnames = new Set('남궁 황보 제갈 사공 선우 독고 서문 동방 어금 망절 황목'.split(' '));
/** Surnames that are words too: what is written behind them with a space is seldom a name. */
const surnameWords = new Set('이전한온안각신정두그나도주지하여우위양인옥제모현');

/** Patterns of somebody's name in a folded text. */
export function namePatterns(written: string): string[] {
  const tokens = written.split(/[^\p{L}\p{M}\p{N}]+/u).filter((token) => token !== '');
  const hangul = tokens.filter((token) => /^[가-힣]+$/u.test(token));
  const compact = hangul.join('');
  const [first = ''] = hangul;
  const isParted = hangul.length === 2 && (first.length === 1 || compoundSurnames.has(first));
  const isKorean =
    isParted || (hangul.length === 1 && compact.length <= (compoundSurnames.has(compact.slice(0, 2)) ? 5 : 4));
  const others = tokens.filter((token) => !/^[가-힣]+$/u.test(token));
  return [
    ...(compact.length >= 2 && isKorean ? koreanName(compact) : hangul.flatMap((token) => part(token))),
    ...(hangul.length > 1 && !isKorean ? [hangul.map(quoted).join('[\\s.·]*')] : []),
    ...otherName(others.map(quoted), others),
  ];
}

/** One word of a foreign name in Hangul. */
const part = (token: string): string[] =>
  token.length >= 3 ? [token] : token.length === 2 && !koreanWords.has(token) ? [wordStart + token + wordEnd] : [];

const surnameOf = (name: string): string => {
  const two = name.slice(0, 2);
  return compoundSurnames.has(two) && name.length >= 3 ? two : name.slice(0, 1);
};

function koreanName(name: string): string[] {
  const surname = surnameOf(name);
  const given = name.slice(surname.length);
  const isWord = koreanWords.has(name);
  const roman = romanised(surname, given);
  return [
    ...(isWord ? [] : [wholeName(name), ...apart(name, surname, given)]),
    ...introduced(name, given, surname),
    ...givenAlone(given),
    `(?<![a-z])${roman.whole}(?![a-z])`,
    ...([...given].length >= 2 ? [`(?<![a-z])(?=[a-z\\s.\\-]{5})${roman.given}(?<=[a-z\\s.\\-]{5})(?![a-z])`] : []),
  ];
}

/** Anywhere from three syllables on; with a word's start and end where it is two, or a word with a particle. */
function wholeName(name: string): string {
  return name.length >= 3 && !readsAsWord(name) ? name : wordStart + name + wordEnd;
}

/** A word and the particle that fits its last sound: `정보나`, and not `이하은`. */
function readsAsWord(name: string): boolean {
  const word = name.slice(0, -1);
  const hasFinal = (word.charCodeAt(word.length - 1) - 0xac00) % 28 > 0;
  return (
    koreanWords.has(word) && (hasFinal ? '은이을과아도만의에' : '는가를와야나라로도만의에').includes(name.slice(-1))
  );
}

/** With spaces or dots: all syllables, or the surname and the rest. */
function apart(name: string, surname: string, given: string): string[] {
  if (name.length === 2 && surnameWords.has(surname)) return [];
  const syllables = wordStart + [...name].join(gap) + wordEnd;
  return given.length >= 2 || surname.length === 2
    ? [syllables, wordStart + surname + gap + given + wordEnd]
    : [syllables];
}

/** Where the text says that it is a name: `제 이름은 이상입니다`, `이상 올림`. */
const introduced = (name: string, given: string, surname: string): string[] => {
  const any = `(?:${name}|${surname}\\s?${given})`;
  return [
    `(?<=(?:이름은|이름이|이름\\s?:|성명은|성명\\s?:|성함은|지원자|지원자는|지원자인)\\s*)${any}`,
    `(?<=(?:저는|나는|제가)\\s*)${any}(?=(?:입니다|(?:이)?라고|(?:이)?라는|(?:이)?며))`,
    `${wordStart}${any}(?=\\s?(?:올림|드림|배상|씨)(?!\\p{L}))`,
  ];
};

const called = '아|야|이는|이가|이를|이의|이에게|이랑|이네|이라고|이라는';
function givenAlone(given: string): string[] {
  if (given.length < 2) return [];
  const common = givenWords.has(given) || koreanWords.has(given);
  const behind = common ? '\\s?씨' : `(?:${called}|\\s?씨|\\s?님|\\s군|\\s양)`;
  return [`${wordStart}${given}(?=${behind}${wordEnd})`];
}

/** A name in Latin or any other letters: whole in either order, and what of it is no common word. */
function otherName(patterns: readonly string[], tokens: readonly string[]): string[] {
  if (tokens.length === 0) return [];
  const joined = (some: readonly string[]) => some.join("[\\s,.\\-_·'’]{0,3}");
  const [first = '', ...rest] = patterns;
  const last = patterns.at(-1) ?? '';
  const orders = [joined(patterns), joined([...rest, first]), joined([last, ...patterns.slice(0, -1)])];
  const whole = tokens.join('').length >= 3 || /\p{Script=Han}/u.test(tokens.join('')) ? orders : [];
  const alone = tokens.flatMap((token, index) => {
    const least = /\p{Script=Latin}/u.test(token) ? 3 : 2;
    return token.length < least || englishWords.has(token) ? [] : [patterns[index] ?? ''];
  });
  return [...new Set([...whole, ...alone])].map(
    (one) => `(?<![\\p{Script=Latin}\\p{N}])${one}(?![\\p{Script=Latin}\\p{N}])`,
  );
}
