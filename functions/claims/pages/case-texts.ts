import type { ClaimedLesson, ExtraChange, WageClaim } from '../../claim-rules/claim.ts';
import type { ClaimFinding } from '../../claim-rules/findings.ts';
import type { Text } from '../../shared/i18n.ts';
import { formatWon } from '../../shared/text/won.ts';
import { formatDate } from '../../shared/time.ts';
import { claimWords } from './claim-texts.ts';
import { extraWords } from './extra-texts.ts';

const plain = {
  'account-missing': {
    ko: '지급할 수 있는 계좌가 없습니다. 계좌가 확인될 때까지 지급되지 않습니다.',
    en: 'There is no account that can be paid to. It is not paid until one is confirmed.',
  },
  'no-lessons': { ko: '지급할 수업이 없습니다.', en: 'There is no lesson to pay.' },
  'rules-changed': {
    ko: '지난번과 다른 단가표나 원천징수 기준으로 계산했습니다.',
    en: 'The rate card or the tax rules are others than before.',
  },
  unanswered: {
    ko: '강사가 답하지 않았습니다. 수업 시간표에 따른 내용입니다.',
    en: 'The lecturer has not answered. This is what the timetable says.',
  },
  example: {
    ko: '예시 기준으로 계산한 금액입니다. 재무 담당자가 확인하기 전에는 실제 지급에 쓰지 않습니다.',
    en: 'It is calculated with example rules, which are not used before finance has confirmed them.',
  },
} as const satisfies Record<string, Text>;

/** `19:00–22:00`; a lesson over midnight says that it ends on the next day. */
export const timesText = ({ start, end }: Pick<ClaimedLesson, 'start' | 'end'>): Text => {
  const isNextDay = end < start;
  return {
    ko: `${start}–${isNextDay ? `${claimWords.nextDay.ko} ` : ''}${end}`,
    en: `${start}–${end}${isNextDay ? ` (${claimWords.nextDay.en})` : ''}`,
  };
};

/** A lesson as people call it: day and times. */
export const lessonText = (lesson: ClaimedLesson): Text => {
  const times = timesText(lesson);
  return {
    ko: `${formatDate(lesson.date, 'ko')} ${times.ko}`,
    en: `${formatDate(lesson.date, 'en')}, ${times.en}`,
  };
};

/** What was added, changed or taken away, in a sentence. */
export function extraChangeText({ kind, lesson, before, amount }: Omit<ExtraChange, 'reason' | 'by' | 'at'>): Text {
  const [name, from, to] = [extraWords[kind], formatWon(before), formatWon(amount)];
  if (amount === 0) {
    return {
      ko: `${lesson} 수업의 ${name.ko} ${from.ko}을 뺐습니다.`,
      en: `${name.en} of ${from.en} for ${lesson} was taken away.`,
    };
  }
  return before === 0
    ? {
        ko: `${lesson} 수업의 ${name.ko} ${to.ko}을 더했습니다.`,
        en: `${name.en} of ${to.en} for ${lesson} was added.`,
      }
    : {
        ko: `${lesson} 수업의 ${name.ko}를 ${from.ko}에서 ${to.ko}으로 바꾸었습니다.`,
        en: `${name.en} for ${lesson} was changed from ${from.en} to ${to.en}.`,
      };
}

type Titled = { readonly calculation: Pick<WageClaim['calculation'], 'courses'> };

/** What a course of a claim is called: as the timetable had it, or by its id. */
export const courseText = ({ calculation: { courses = {} } }: Titled, course: string): Text =>
  courses[course] ?? { ko: course, en: course };

/** What is unusual about a claim, in a sentence. */
export function findingText(finding: ClaimFinding, claim: Titled): Text {
  switch (finding.kind) {
    case 'overlap':
      return {
        ko: `${finding.lesson} 수업이 ${finding.claim}의 ${finding.other} 수업과 시간이 겹칩니다.`,
        en: `${finding.lesson} is at the same time as ${finding.other} of ${finding.claim}.`,
      };
    case 'claimed-before':
      return {
        ko: `${finding.lesson} 수업은 ${finding.claim}에도 있습니다.`,
        en: `${finding.lesson} is in ${finding.claim}, too.`,
      };
    case 'timetable-differs':
      return {
        ko: `${finding.lesson} 수업이 지금의 시간표와 다릅니다.`,
        en: `${finding.lesson} is not as the timetable has it now.`,
      };
    case 'said':
      return finding.how === 'hours'
        ? {
            ko: `${finding.lesson} 수업을 다른 시간에 했다고 합니다. 이유: ${finding.reason}`,
            en: `${finding.lesson} was at other times, the lecturer says: ${finding.reason}`,
          }
        : {
            ko: `${finding.lesson} 수업을 하지 않았다고 합니다. 이유: ${finding.reason}`,
            en: `${finding.lesson} was not taught, the lecturer says: ${finding.reason}`,
          };
    case 'earlier-month':
      return {
        ko: `${finding.lesson} 수업은 앞선 달의 수업입니다(${formatDate(finding.date, 'ko')}).`,
        en: `${finding.lesson} is of an earlier month (${formatDate(finding.date, 'en')}).`,
      };
    case 'closed-year':
      return {
        ko: `${finding.lesson} 수업을 한 해의 예산이 마감되었습니다(${formatDate(finding.date, 'ko')}). 어느 해의 예산으로 지급할지 재무 담당자가 정합니다.`,
        en: `The year of ${finding.lesson} is closed (${formatDate(finding.date, 'en')}). Finance says which year’s budget pays.`,
      };
    case 'long-day':
      return {
        ko: `${formatDate(finding.date, 'ko')}의 수업이 모두 ${finding.minutes}분입니다.`,
        en: `The lessons of ${formatDate(finding.date, 'en')} are ${finding.minutes} minutes in all.`,
      };
    case 'cap': {
      const course = courseText(claim, finding.course);
      return {
        ko: `${formatDate(finding.date, 'ko')} ${course.ko}: 상한을 넘는 ${formatWon(-finding.amount).ko}을 뺐습니다.`,
        en: `${formatDate(finding.date, 'en')}, ${course.en}: ${formatWon(-finding.amount).en} above the limit are taken off.`,
      };
    }
    case 'extras':
      return {
        ko: `원고료와 교통비가 ${formatWon(finding.amount).ko}입니다.`,
        en: `Manuscript and travel are ${formatWon(finding.amount).en}.`,
      };
    case 'extra-changed': {
      const text = extraChangeText({ ...finding, kind: finding.what });
      return { ko: `${text.ko} 이유: ${finding.reason}`, en: `${text.en} Reason: ${finding.reason}` };
    }
    case 'much-more':
      return {
        ko: `지난달 ${formatWon(finding.before).ko}에서 ${formatWon(finding.now).ko}으로 많이 늘었습니다.`,
        en: `It is much more than last month: ${formatWon(finding.now).en} after ${formatWon(finding.before).en}.`,
      };
    default:
      return plain[finding.kind];
  }
}
