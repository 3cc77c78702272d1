import type { Text } from '../shared/i18n.ts';
import type { AdmissionState } from './admission.ts';

/** What each stage of a round is called. */
export const admissionStateWords: Readonly<Record<AdmissionState, Text>> = {
  OPEN: { ko: '접수', en: 'Applications' },
  CLOSING: { ko: '접수 마감 처리', en: 'Closing' },
  SETTLING: { ko: '지원 자격 확인 마무리', en: 'Finishing the eligibility checks' },
  ASSIGNING: { ko: '심사위원 배정', en: 'Assigning the reviewers' },
  STARTING: { ko: '심사 시작', en: 'Starting the reviews' },
  REVIEWING: { ko: '심사', en: 'Reviews' },
  RANKING: { ko: '순위 계산', en: 'Ranking' },
  WITH_COMMITTEE: { ko: '선발위원회 승인', en: 'Approval by the committee' },
  RELEASING: { ko: '결과 발표', en: 'Releasing the results' },
  SEATING: { ko: '참여 답변과 대기', en: 'Places and waiting list' },
  CONFIRMING: { ko: '교육생 명단 확정', en: 'Confirming the cohort' },
  CONFIRMED: { ko: '교육생 확정', en: 'Cohort confirmed' },
  CANCELLING: { ko: '모집 취소 처리', en: 'Being cancelled' },
  CANCELLED: { ko: '모집 취소', en: 'Cancelled' },
  EMPTY: { ko: '심사 대상 없이 종료', en: 'Ended without applicants' },
};
