import type { SpotFinding } from '../../claim-rules/spot-check.ts';
import type { Text } from '../../shared/i18n.ts';

/** What somebody of finance may find. */
export const findingWords = {
  FINE: { ko: '문제없음', en: 'Nothing is wrong' },
  HOLD: { ko: '보류', en: 'Put it on hold' },
  CORRECT: { ko: '정정 필요', en: 'It has to be corrected' },
} as const satisfies Readonly<Record<SpotFinding, Text>>;

/** The words of the page of a spot check. */
export const spotCheckWords = {
  lead: {
    ko: '승인된 청구의 일부를 무작위로 뽑아, 승인에 참여하지 않은 재무 담당자가 다시 확인합니다.',
    en: 'Some of the approved claims are drawn at random. A finance officer who has not approved them looks again.',
  },
  fineHint: { ko: '그대로 지급합니다.', en: 'It is paid as approved.' },
  holdHint: { ko: '해제될 때까지 지급하지 않습니다.', en: 'It is not paid until it is released.' },
  correctHint: {
    ko: '아직 지급하지 않았으면 보류하고, 운영자가 승인을 취소하거나 지급된 금액을 정정합니다.',
    en: 'If it is not paid yet it is held. The operators undo the approval, or correct what was paid.',
  },
  tooLate: {
    ko: '은행에 이체를 요청했거나 지급된 청구라 보류할 수 없습니다. 잘못되었으면 정정 필요를 선택해 주십시오.',
    en: 'The transfer is being made, or it is paid: it cannot be put on hold. If it is wrong, choose that it has to be corrected.',
  },
  reason: { ko: '이유', en: 'Reason' },
  reasonHint: {
    ko: '보류하거나 정정이 필요할 때에만 적습니다. 운영자가 읽습니다.',
    en: 'Only if it is put on hold or has to be corrected. The operators read it.',
  },
  reasonMissing: { ko: '이유를 적어 주십시오.', en: 'Enter the reason.' },
  sureLead: { ko: '결정하시면 바로 반영됩니다.', en: 'It takes effect as soon as you decide.' },
  drawnBy: { ko: '추첨', en: 'How it was drawn' },
  drawn: (given: {
    readonly rules: string;
    readonly percent: number;
    readonly number: number;
    readonly below: number;
    readonly seed: string;
  }): Text => ({
    ko: `${given.rules}: 승인된 청구의 ${given.percent}%. 추첨값 ${given.number}이(가) ${given.below}보다 작습니다(시드 ${given.seed}).`,
    en: `${given.rules}: ${given.percent}% of the approved claims. Its number ${given.number} is below ${given.below} (seed ${given.seed}).`,
  }),
  paidState: { ko: '지급 상태', en: 'Payment' },
  followed: {
    ko: '점검 결과가 반영되었습니다. 하실 일은 없습니다.',
    en: 'Your finding is recorded. You do not need to do anything.',
  },
  nothing: {
    ko: '승인이 취소되어 점검하실 것이 없습니다.',
    en: 'The approval was undone, and there is nothing to look at.',
  },
  cancelled: { ko: '더 이상 필요하지 않은 요청입니다', en: 'This request is no longer open' },
} as const;
