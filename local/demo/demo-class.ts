import { parse, stringify } from 'yaml';
import * as z from 'zod';
import {
  addDays,
  addMinutes,
  type Instant,
  isBusinessDay,
  type LocalDate,
  localDateSchema,
} from '../../functions/shared/time.ts';
import { demoRound } from './demo-round.ts';

export const demoClassId = 'academy-demo-class';

/** So long before the first start its applications closed: then it has been taught for more than a whole month. */
const daysAgo = 96;

/** Each course has an institution, whose lecturer teaches it: id, course, titles, lecturer, institution, site. */
const courses = [
  ['fintech-and-payments', '핀테크와 지급결제', 'Fintech and payments', 'kim-haon', '김하온', '가온은행', '연수원 3층'],
  ['card-data', '카드 데이터 분석', 'Analysing card data', 'lee-sol', '이솔', '누림카드', '교육장'],
  ['digital-securities', '토큰증권', 'Digital securities', 'park-narae', '박나래', '다솔증권', '2강의실'],
  ['insurance-models', '보험 수리 모형', 'Insurance models', 'seo-garam', '서가람', '마루보험', '대강의실'],
  ['wallets', '간편결제 서비스 기획', 'Planning a wallet', 'jang-byeol', '장별', '새론페이', '5층 라운지'],
  [
    'financial-law',
    '금융 규제와 개인정보',
    'Financial law and privacy',
    'jo-yunseul',
    '조윤슬',
    '한결데이터연구원',
    '세미나실',
  ],
] as const;
const lessonsOfCourse = 4;

const classSchema = z.looseObject({
  firstDay: localDateSchema,
  admission: z.unknown(),
  consents: z.array(z.looseObject({})),
});

const retention = {
  ko: '이 컴퓨터에만 저장하며, 시연 환경을 새로 시작하면 모두 파기됩니다.',
  en: 'Kept only on this computer, and erased when the demonstration is started over.',
};

/** The file of the round of a class that is being taught at the first start; its people were chosen elsewhere. */
function demoClassRound(now: Instant) {
  const { admission: _, ...round } = classSchema.parse(parse(demoRound(addMinutes(now, -daysAgo * 24 * 60))));
  return {
    ...round,
    id: demoClassId,
    title: {
      ko: '서울 핀테크 아카데미 진행 중인 과정 (시연용)',
      en: 'Seoul Fintech Academy, a course under way (demonstration)',
    },
    summary: {
      ko: '시간표와 강사료를 직접 해 볼 수 있도록 만든 시연용 과정입니다. 강사와 기관, 금액은 모두 지어낸 것입니다.',
      en: 'With this demonstration course you can try timetables and lecturers’ wages. All lecturers, institutions and amounts are invented.',
    },
    consents: round.consents.map((consent) => ({ ...consent, retention })),
    whatHappens: [{ text: { ko: '개강', en: 'Classes start' }, when: 'firstDay' }],
  };
}

/** Tuesdays and Thursdays from a day on, without public holidays. */
function* classDays(from: LocalDate): Generator<LocalDate, never> {
  for (let day = from; ; day = addDays(day, 1)) {
    if ([2, 4].includes(new Date(day).getUTCDay()) && isBusinessDay(day)) yield day;
  }
}

/** The files of a class that is being taught when the demo is first started: its round, and its timetable as CSV. */
export function demoClass(now: Instant): { readonly round: string; readonly timetable: string } {
  const round = demoClassRound(now);
  const days = classDays(round.firstDay);
  const lessons = courses.flatMap((course) =>
    Array.from({ length: lessonsOfCourse }, () => [days.next().value, '19:00', '22:00', ...course]),
  );
  const header = 'lesson,date,start,end,course,titleKo,titleEn,lecturer,lecturerName,institution,site';
  const rows = lessons.map((cells, index) => [`L${String(index + 1).padStart(2, '0')}`, ...cells].join(','));
  return { round: stringify(round), timetable: `${[header, ...rows].join('\n')}\n` };
}
