import type { VersionState } from '../../agreements/agreement.ts';
import type { ResidencyEvent, residencyEventStates } from '../../residencies/residency-event.ts';
import { lengthText, type Text } from '../../shared/i18n.ts';
import { formatDate } from '../../shared/time.ts';
import type { Standing, StandingKind } from '../standing.ts';

/** What is told at the desk and to the startup alike. */
export const words = {
  startup: { ko: '입주 기업', en: 'Startup' },
  reference: { ko: '접수 번호', en: 'Reference number' },
  state: { ko: '상태', en: 'State' },
  space: { ko: '공간', en: 'Space' },
  noSpace: { ko: '없음', en: 'none' },
  contract: { ko: '입주 기간', en: 'Term' },
  contracts: { ko: '협약', en: 'Contracts' },
  nextReport: { ko: '다음 보고', en: 'Next report' },
  noReport: { ko: '없음', en: 'none' },
  late: { ko: '늦음', en: 'late' },
  due: { ko: '기한', en: 'Due' },
  overdue: { ko: '기한 지남', en: 'overdue' },
  copy: { ko: '서명한 협약서 PDF 내려받기', en: 'Download the signed agreement as a PDF' },
  paper: { ko: '종이로 보관', en: 'kept on paper' },
  round: { ko: '모집', en: 'Round' },
} as const satisfies Record<string, Text>;

export const standingWords: Readonly<Record<StandingKind, Text>> = {
  onboarding: { ko: '입주 준비 중', en: 'Moving in' },
  resident: { ko: '입주 중', en: 'In the Lab' },
  ending: { ko: '퇴거 예정', en: 'Leaving' },
  past: { ko: '기간이 끝났으나 반납하지 않음', en: 'Past its end' },
  ended: { ko: '입주 종료', en: 'Ended' },
  'not-begun': { ko: '입주하지 않음', en: 'Did not move in' },
};

/** Where it stands, with the day or the days that say it. */
export function standingText(standing: Standing): Text {
  const { kind, on } = standing;
  const [ko, en] = [formatDate(on, 'ko'), formatDate(on, 'en')];
  switch (kind) {
    case 'onboarding':
      return { ko: `입주 준비 중 (입주일 ${ko})`, en: `Moving in (first day ${en})` };
    case 'resident':
      return { ko: `입주 중 (${ko}까지)`, en: `In the Lab (to ${en})` };
    case 'ending':
      return { ko: `${ko}에 끝남`, en: `Ends on ${en}` };
    case 'past': {
      const days = lengthText(standing.days, 'days');
      return { ko: `입주 기간이 끝난 뒤 ${days.ko}째 사용 중`, en: `Past its end by ${days.en}` };
    }
    case 'ended':
      return { ko: `입주 종료 (${ko})`, en: `Ended (${en})` };
    default:
      return { ko: `입주하지 않음 (${ko})`, en: `Did not move in (${en})` };
  }
}

export const contractText = (number: number): Text =>
  number === 1
    ? { ko: '첫 협약', en: 'First contract' }
    : { ko: `${number - 1}차 연장`, en: `Extension ${number - 1}` };

/** What happens in a residency, by what it is about. */
export function eventText({ kind, about }: Pick<ResidencyEvent, 'kind' | 'about'>): Text {
  switch (kind) {
    case 'report': {
      const [year = '', number = ''] = about.split('-Q');
      return { ko: `${year}년 ${number}분기 보고`, en: `Report for Q${number} ${year}` };
    }
    case 'renewal':
      return { ko: '연장 심사', en: 'Renewal' };
    case 'agreement':
      return about.startsWith('D')
        ? { ko: `변경 협약 ${about.slice(1)}`, en: `Addendum ${about.slice(1)}` }
        : { ko: '연장 협약', en: 'Agreement to the extension' };
    default:
      return { ko: '퇴거', en: 'Exit' };
  }
}

export const eventStateWords: Readonly<Record<(typeof residencyEventStates)[number], Text>> = {
  OPEN: { ko: '진행 중', en: 'under way' },
  DONE: { ko: '완료', en: 'done' },
  DROPPED: { ko: '취소됨', en: 'dropped' },
};

export const versionWords: Readonly<Record<VersionState, Text>> = {
  OPEN: { ko: '서명 대기', en: 'waits for signatures' },
  SIGNED: { ko: '양쪽 서명 완료', en: 'signed by both' },
  REFUSED: { ko: '서명 거절', en: 'refused' },
  LAPSED: { ko: '기한 안에 서명하지 않음', en: 'not signed in time' },
  WITHDRAWN: { ko: '철회됨', en: 'taken back' },
  REPLACED: { ko: '새 협약서로 대체됨', en: 'replaced' },
};
