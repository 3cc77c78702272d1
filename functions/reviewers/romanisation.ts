/* How Korean names are written in Latin letters: by the rules of the state, and as people do. */

/** Surnames that are seldom written by the rules. */
const surnames: Readonly<Record<string, string>> = {
  김: 'kim|gim',
  이: 'lee|yi|i|rhee|ri|li|yee',
  박: 'park|bak|pak|bark',
  최: 'choi|choe|choy',
  정: 'jung|jeong|chung|cheong|joung',
  강: 'kang|gang',
  조: 'cho|jo|joe',
  윤: 'yoon|yun|youn',
  장: 'jang|chang',
  임: 'lim|im|rim|yim',
  오: 'oh|o',
  서: 'seo|suh|so|sur',
  신: 'shin|sin',
  안: 'ahn|an',
  유: 'yoo|yu|you|ryu|ryoo',
  류: 'ryu|yoo|yu|ryoo|lyu',
  전: 'jeon|jun|chun|chon',
  고: 'ko|go|koh|goh',
  문: 'moon|mun',
  손: 'son|sohn',
  배: 'bae|pae|bai',
  백: 'baek|paik|back|paek',
  허: 'heo|hur|huh|her',
  노: 'noh|roh|no|ro',
  심: 'shim|sim',
  주: 'joo|ju|chu',
  우: 'woo|u|wu',
  구: 'koo|gu|ku|goo',
  곽: 'kwak|gwak',
  성: 'sung|seong|song',
  엄: 'um|eom|uhm',
  여: 'yeo|yuh|yo',
  석: 'seok|suk|sok',
  선: 'sun|seon|son',
  설: 'seol|sul|sol',
  염: 'yeom|yum|youm',
  변: 'byun|byeon|pyun',
  현: 'hyun|hyeon|hyon',
  명: 'myung|myeong|myong',
};

const initials = [
  'g|k',
  'kk|gg',
  'n',
  'd|t',
  'tt|dd',
  'r|l|n',
  'm',
  'b|p',
  'pp|bb',
  's|sh',
  'ss|s',
  '',
  'j|ch|z',
  'jj|ch',
  'ch',
  'k',
  't',
  'p|ph',
  'h',
];
const vowels = [
  'a|ah',
  'ae|e|ai',
  'ya',
  'yae|ye',
  'eo|u|o|uh|oe|er',
  'e|ei|ey',
  'yeo|you|yu|yo|yuh',
  'ye|yae',
  'o|oh',
  'wa|oa',
  'wae|oae',
  'oe|oi|we',
  'yo|yoh',
  'u|oo|w|ou|woo',
  'wo|weo|woo|won',
  'we',
  'wi|we|ui',
  'yu|yoo|you',
  'eu|u|e|oo',
  'ui|eui|ee|yi|i',
  'i|ee|y|ie|e',
];
const finals = [
  '',
  'k|g|ck',
  'k|g',
  'k|g',
  'n',
  'n',
  'n',
  't|d',
  'l|r|ll',
  'k|g',
  'm',
  'l|p',
  'l',
  'l',
  'p',
  'l',
  'm',
  'p|b',
  'p',
  't|s',
  't',
  'ng',
  't',
  't',
  'k',
  't',
  'p',
  '',
];

/** A syllable in all its spellings, as a pattern. */
function syllable(one: string): string {
  const code = one.charCodeAt(0) - 0xac00;
  const [initial = '', vowel = '', final = ''] = [
    initials[Math.floor(code / 588)],
    vowels[Math.floor((code % 588) / 28)],
    finals[code % 28],
  ];
  return [initial, vowel, final].map((part) => (part === '' ? '' : `(?:${part})`)).join('');
}

const between = '[\\s.\\-]?';
const beside = '[\\s,.\\-_]{0,3}';

/** Patterns of a name in Latin letters: whole, either way round; and the given name, if it is long enough to be one. */
export function romanised(surname: string, given: string): { readonly whole: string; readonly given: string } {
  const family = `(?:${surnames[surname] ?? [...surname].map(syllable).join(between)})`;
  const own = [...given].map(syllable).join(between);
  return { whole: `(?:${family}${beside}${own}|${own}${beside}${family})`, given: own };
}
