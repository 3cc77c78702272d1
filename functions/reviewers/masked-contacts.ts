import { quoted, wordStart } from './patterns.ts';

/* Patterns of what leads to a person, in a folded text: lower case, ASCII digits, one kind of hyphen. */

const gap = '[\\s.\\-·()/]{0,3}';

const email =
  '[a-z0-9._%+\\-]{1,64}\\s?(?:@|\\(at\\)|\\[at\\]|\\(골뱅이\\)|골뱅이)\\s?[\\p{L}\\p{N}\\-]+(?:\\s?(?:\\.|\\(dot\\)|\\[dot\\])\\s?[a-z\\p{L}\\p{N}\\-]+)*(?:\\.[a-z]{2,}|(?:\\(dot\\)|\\[dot\\])[a-z]{2,})';

/** Endings of hosts that people write without https; names of techniques end so too. */
const endings =
  'com|net|org|kr|io|me|dev|ai|app|co|page|link|site|xyz|blog|info|biz|so|gg|us|uk|jp|cn|vn|tv|to|cc|team|tech|cloud|studio|design|works';
const techniques = 'asp|vb|ado|f|q|n|ml|socket|draw|paper|b|chart|d3|node|next|vue|three|open|fast|jsx|e|i|g|a|p|c';
const inLink = '[a-z0-9._~%!$&*+=:@/?#\\-]';
const link = `(?:https?://|www\\.)${inLink}+|(?<![\\p{L}\\p{N}@.])(?!(?:${techniques})\\.)(?:[a-z0-9\\-]{2,}\\.)+(?:${endings})(?![a-z0-9])(?:[/?#:]${inLink}*)?`;

const services =
  '카카오톡|카톡|카카오|인스타그램|인스타|텔레그램|트위터|페이스북|페북|깃허브|깃헙|링크드인|벨로그|티스토리|블로그|디스코드|유튜브|스레드|라인|' +
  'github|gitlab|telegram|instagram|insta|kakaotalk|kakao|linkedin|velog|tistory|blog|discord|twitter|facebook|youtube|threads|line|notion';
const handle = `${wordStart}@[a-z0-9_.]{2,30}|(?<=(?:${services})\\s?(?:아이디|계정|주소|id|account)\\s?(?:[:=은는이가]|is)?\\s*)[a-z0-9][a-z0-9_.\\-]{2,}|(?<=(?:${services})\\s?[:=(]\\s*)[a-z0-9][a-z0-9_.\\-]{2,}`;

/** Korean numbers as they are dialled here and from abroad, and others with a plus. */
const phone =
  `(?<!\\d)(?:\\+?82${gap}0?|0)(?:1[016-9]|2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|50[2-8]|70|80)${gap}\\d{3,4}${gap}\\d{4}(?!\\d)` +
  `|\\+\\d{1,3}(?:[\\s.\\-()]{0,2}\\d){7,12}(?!\\d)`;
/** Digits as they are read aloud: `공일공 일이삼사 오육칠팔`, `010-일이삼사-5678`. */
const spoken = `(?<![가-힣\\d])(?:[공영0][\\s\\-]?[일1][\\s\\-]?[공영0일1육6칠7팔8구9])(?:[\\s.\\-,]{0,2}[공영일이삼사오육륙칠팔구\\d]){7,8}(?![공영일이삼사오육륙칠팔구\\d])`;

export const contactPatterns: readonly string[] = [link, email, handle, phone, spoken];

/** A resident number of which the end is starred out already. */
export const starredNumber = '(?<!\\d)\\d{6}[\\s\\-]{0,3}[1-8][\\d*xo●○·]{0,6}[*x●○]{2,}';

/** Somebody's own number without the beginning that all have, and their address without its host. */
export function ownContactPatterns({ emails, phones }: Own): string[] {
  return [
    ...emails.flatMap((address) => {
      const local = address.split('@')[0] ?? '';
      return local.length < 5 ? [] : [`${wordStart}${quoted(local)}(?![a-z0-9])`];
    }),
    ...phones.flatMap((number) => {
      const digits = number.replace(/\D/gu, '').slice(-8);
      return digits.length < 8 ? [] : [`(?<!\\d)${[...digits].join(gap)}(?!\\d)`];
    }),
  ];
}

interface Own {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

/** Somebody's day of birth, as people write days. */
export function birthPatterns(day: string): string[] {
  const [year = '', month = '', date = ''] = day.split('-');
  if (!year || !month || !date) return [];
  const [m, d] = [Number(month), Number(date)];
  const short = year.slice(2);
  return [
    `(?<!\\d)(?:${year}|${short})[\\s.\\-/년]{1,3}0?${m}[\\s.\\-/월]{1,3}0?${d}(?!\\d)`,
    `(?<!\\d)(?:${year}|${short})${month}${date}(?!\\d)`,
  ];
}
