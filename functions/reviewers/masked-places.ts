import { wordEnd } from './masked-names.ts';
import { kinds } from './organisation-names.ts';
import { namesOf, organisationsIn } from './organisations.ts';
import { quoted, wordStart } from './patterns.ts';

/** Addresses as far as the house: `서울시 강남구 테헤란로 152, 101동 1203호`. A district by itself is one only if it is theirs. */
export const addressPatterns: readonly string[] = [
  `${wordStart}(?:[가-힣]{2,7}(?:시|도)\\s+)?[가-힣]{1,5}(?:구|군|시)\\s+[가-힣0-9]{1,12}(?:로|길|동|읍|면|리|가)\\s*(?:\\d+(?:-\\d+)?(?:번길|번지|길)?\\s*){1,3}(?:\\d+호|\\d+층)?`,
  `${wordStart}[가-힣]{2,10}(?:대로|로|길)\\s?\\d+(?:번?길)?\\s\\d+(?:-\\d+)?(?!\\d|\\s?[%명개월년일건])`,
  `(?<!\\d)\\d{2,4}동\\s?\\d{3,4}호`,
];

/** The words for the district in which somebody lives. */
export function districtPatterns(labels: readonly string[]): string[] {
  return labels
    .filter((label) => /(?:구|군|시|gu)$/u.test(label))
    .flatMap((label) => {
      const parts = label.split(/[\s-]+/u).map(quoted);
      if (/[a-z]/u.test(label)) return [`(?<![a-z])${parts.join('[\\s\\-]?')}(?![a-z])`];
      return label.length >= 3 ? [wordStart + quoted(label)] : [wordStart + quoted(label) + wordEnd];
    });
}

/** Names of organisations that are words too: only where somebody says that they are there. */
const ambiguous = new Set(
  '연대 고대 이대 중대 성대 한대 동대 건대 홍대 숙대 예보 신보 기보 당근 한은 toss line kt sk lg gs ls cj im db'.split(
    ' ',
  ),
);
const there =
  '(?=\\s?(?:에서|에|를|을)?\\s?(?:재학|졸업|입학|휴학|출신|학생|대학원|캠퍼스|경영|경제|공대|재직|근무|입사|퇴사|인턴|다니|다녔|일하|직원|사원))';

const kindWords = kinds.flat().filter((kind) => /^[가-힣]{2,}$/u.test(kind));
const partsBehind = '학과|학부|전공|대학|대학원|캠퍼스|지점|본점|본사|지사|본부|팀|부|실|센터|연구소|점|원|행원|생';
/** What may stand behind a short name without a space, if it is that name: `서울대병원`, and not `서울대입구역`. */
const shortEnd = `(?:${wordEnd}|(?=(?:${kindWords.join('|')}))|(?=[가-힣]{0,6}(?:${partsBehind})(?![\\p{L}\\p{N}])))`;

/** An employer or a school in all its names. */
export function organisationPatterns(cells: readonly string[]): string[] {
  const found = cells.flatMap(organisationsIn).filter(({ generic, kind }) => !generic || kind !== undefined);
  const names = new Set(found.flatMap((one) => [...namesOf(one), ...one.within]));
  return [...names].filter((name) => name.length >= 2).map(organisationPattern);
}

function organisationPattern(name: string): string {
  const spaced = [...name].map(quoted).join('[\\s.\\-]?');
  if (ambiguous.has(name)) return wordStart + quoted(name) + there;
  if (!/[가-힣]/u.test(name)) return `(?<![a-z0-9])${spaced}(?![a-z0-9])`;
  return name.length >= 4 ? spaced : wordStart + spaced + shortEnd;
}

const common =
  '시중|지방|저축|인터넷|인터넷전문|상업|투자|외국계|국책|핀테크|신용|체크|손해|대형|중소|일반|국내|해외|전문|민간|공공|여러|어느|같은|다른|한|그|이|저|모든|대|본';
const employers =
  '은행|뱅크|카드|증권|보험|생명|화재|캐피탈|자산운용|저축은행|회계법인|법무법인|연구원|연구소|공단|공사|재단|협회|그룹|전자|시스템즈|소프트|페이';

/** Other organisations in which they say that they learn, work or have worked. */
export const biographyPatterns: readonly string[] = [
  `${wordStart}[가-힣a-z]{2,12}(?:대학교|고등학교|과학기술원)(?=\\s?[가-힣]{0,12}\\s?[가-힣]{0,8}(?:를|을|에서|에)?\\s?(?:졸업|재학|입학|휴학|편입|중퇴|다니|다녔|전공|학사|석사|박사|출신))`,
  `${wordStart}(?!현대|시대|세대)[가-힣]{2,5}대(?=\\s?(?:[가-힣]{1,8}(?:학과|학부|대학)\\s?)?(?:를|을|에서|에)?\\s?(?:졸업|재학|입학|휴학|편입|중퇴|다니|다녔))`,
  `${wordStart}(?!(?:${common})(?:${employers}))[가-힣a-z0-9&]{2,10}(?:${employers})(?=(?:에서|에|의)?\\s?(?:[가-힣a-z]{1,8}\\s)?(?:근무|재직|일하|일했|일한|다니|다녔|입사|퇴사|인턴))`,
];
