import type { MeasureKind } from '../../residencies/measure.ts';
import type { Text } from '../../shared/i18n.ts';
import { dateText } from '../../shared/time.ts';
import { notDecidedText } from '../../spaces/pages/spaces-words.ts';
import type { AskEndOutcome } from '../ask-for-end.ts';
import type { ConfirmOutcome } from '../confirm-end.ts';
import type { NoticeOutcome } from '../give-notice.ts';

/** The words of the pages about the end of a residency. */
export const exitWords = {
  startup: { ko: '입주 기업', en: 'Startup' },
  representative: { ko: '대표자', en: 'Representative' },
  term: { ko: '입주 기간', en: 'Term' },
  lastDay: { ko: '입주 마지막 날', en: 'Last day' },
  insteadOf: { ko: '원래 마지막 날', en: 'Last day without the notice' },
  reason: { ko: '이유', en: 'Reason' },
  by: { ko: '결정한 사람', en: 'Decided by' },
  at: { ko: '일시', en: 'When' },
  formerStaff: { ko: '이전 담당자', en: 'Somebody who was of the staff' },

  measures: { ko: '입주 관리 결정', en: 'Decisions about a residency' },
  measuresLead: {
    ko: '경고와 협약 종료를 이유와 함께 남깁니다. 결정과 이유는 입주 기업에 이메일로 알립니다.',
    en: 'Warnings and ends of contract, each with its reason. The startup is emailed the decision and the reason.',
  },
  none: { ko: '아직 결정한 것이 없습니다.', en: 'Nothing has been decided so far.' },
  back: { ko: '입주 기업 화면으로', en: 'To the residency' },
  toMeasures: { ko: '결정 목록으로', en: 'To all decisions' },
  noResidency: { ko: '입주 기업을 찾을 수 없습니다', en: 'There is no such startup' },
  noResidencyText: { ko: '입주 기업 목록에서 다시 선택해 주십시오.', en: 'Choose one from the list of residencies.' },
  interested: { ko: '이 기업은 볼 수 없습니다', en: 'This startup is not shown to you' },
  interestedText: {
    ko: '이해관계가 있어 다른 담당자가 결정합니다.',
    en: 'You have an interest in it, so a colleague decides.',
  },
  managersOnly: { ko: '랩 매니저만 결정할 수 있습니다', en: 'This is for managers of the Lab' },
  managersOnlyText: {
    ko: '담당자가 바뀌었다면 운영자에게 알려 주십시오.',
    en: 'If this is your task now, tell an operator.',
  },
  decide: { ko: '새 결정', en: 'Decide something' },
  withdrawn: { ko: '거둔 이유', en: 'Withdrawn, because' },
  refused: { ko: '승인하지 않은 이유', en: 'Not confirmed, because' },
  waits: { ko: '책임자의 승인을 기다립니다', en: 'The director has still to confirm it' },
  confirmed: { ko: '책임자가 승인했습니다', en: 'Confirmed by the director' },
  state: { ko: '상태', en: 'State' },
  inForce: { ko: '유효', en: 'in force' },
  notConfirmed: { ko: '승인되지 않음', en: 'not confirmed' },
  takenBack: { ko: '거둠', en: 'withdrawn' },
  changed: {
    ko: '그사이 다른 결정이 있었습니다. 목록을 확인하고 다시 결정해 주십시오. 입력하신 내용은 그대로 두었습니다.',
    en: 'Something else was decided meanwhile. Look at the list, and decide again. What you typed is still here.',
  },
  notResident: {
    ko: '지금 입주 중인 기업이 아니므로 결정할 수 없습니다.',
    en: 'The startup is not in the Lab at the moment, so that nothing can be decided.',
  },
  continue: { ko: '다음', en: 'Continue' },
  told: {
    ko: '입주 기업에 이 이유를 그대로 이메일로 알립니다. 사실과 바라는 점을 적어 주십시오.',
    en: 'The startup is emailed this as it is. Write what happened, and what you expect.',
  },
  reasonMissing: { ko: '이유를 적어 주십시오.', en: 'Write the reason.' },
  dayMissing: { ko: '마지막 날을 적어 주십시오. 예: 2028 2 29', en: 'Enter the last day, for example 2028 2 29.' },
  dayHint: {
    ko: '그날까지 공간을 사용합니다. 예: 2028 2 29',
    en: 'The space is used until that day. For example 2028 2 29',
  },

  warn: { ko: '경고하기', en: 'Warn the startup' },
  warnSure: { ko: '이 경고를 보내시겠습니까?', en: 'Send this warning?' },
  warnSureLead: {
    ko: '입주 기업에 이메일로 알립니다. 나중에 이유를 적어 거둘 수 있습니다.',
    en: 'The startup is emailed it. You can withdraw it later, with a reason.',
  },
  warnYes: { ko: '경고 보내기', en: 'Send the warning' },

  notice: { ko: '협약 종료 통지하기', en: 'Give notice' },
  noticeSure: { ko: '이날로 협약을 끝내시겠습니까?', en: 'End the contract on this day?' },
  noticeSureLead: {
    ko: '되돌릴 수 없습니다. 입주 기업에 이유와 함께 알리고 퇴거 절차를 바로 시작합니다.',
    en: 'You cannot undo this. The startup is told with the reason, and its exit begins straight away.',
  },
  noticeYes: { ko: '종료 통지하기', en: 'Give notice' },

  end: { ko: '협약 즉시 종료 요청하기', en: 'End the contract straight away' },
  endLead: {
    ko: '중대한 이유가 있을 때만 요청해 주십시오. 책임자가 승인한 날에 협약이 끝나며, 그 전에는 입주 기업에 알리지 않습니다.',
    en: 'Only for a grave reason. The contract ends on the day on which the director confirms it; before that the startup is not told.',
  },
  endSure: { ko: '책임자에게 승인을 요청하시겠습니까?', en: 'Ask the director to confirm it?' },
  endYes: { ko: '승인 요청하기', en: 'Ask the director' },
  askedAlready: {
    ko: '이미 책임자의 승인을 기다리는 요청이 있습니다.',
    en: 'The director is asked already.',
  },

  withdraw: { ko: '경고 거두기', en: 'Withdraw the warning' },
  withdrawSure: { ko: '이 경고를 거두시겠습니까?', en: 'Withdraw this warning?' },
  withdrawSureLead: {
    ko: '입주 기업에 이유와 함께 이메일로 알립니다. 경고는 거둔 것으로 기록에 남습니다.',
    en: 'The startup is emailed the reason. The warning stays on record as withdrawn.',
  },
  withdrawYes: { ko: '거두기', en: 'Withdraw it' },
  noWarning: { ko: '거둘 수 있는 경고가 없습니다', en: 'There is no warning to withdraw' },
  noWarningText: { ko: '결정 목록에서 다시 선택해 주십시오.', en: 'Choose one from the list.' },

  ownNotice: { ko: '입주 협약 일찍 끝내기', en: 'End your contract early' },
  ownNoticeLead: {
    ko: '마지막 날을 정해 미리 알려 주십시오. 이후에는 되돌릴 수 없습니다.',
    en: 'Tell us your last day ahead. You cannot undo it afterwards.',
  },
  earliest: { ko: '가장 이른 마지막 날', en: 'Earliest last day' },
  ownReason: { ko: '이유 (선택)', en: 'Reason (optional)' },
  ownReasonHint: {
    ko: '랩 매니저가 봅니다. 적지 않으셔도 됩니다.',
    en: 'The lab manager sees it. You may leave it empty.',
  },
  ownNoticeSure: { ko: '이날 입주를 끝내시겠습니까?', en: 'Leave on this day?' },
  ownNoticeSureLead: {
    ko: '되돌릴 수 없습니다. 통지하시면 퇴거를 위해 하실 일을 이메일로 알려 드립니다.',
    en: 'You cannot undo this. We then email you what has to be done.',
  },
  ownNoticeYes: { ko: '종료 통지하기', en: 'Give notice' },
  ownNoticed: { ko: '입주의 마지막 날이 정해졌습니다', en: 'Your last day is set' },
  ownNoticedText: {
    ko: '퇴거를 위해 하실 일은 이메일로 알려 드립니다. 마지막 날까지 공간을 비워 주십시오.',
    en: 'We email you what has to be done. Please clear your space by your last day.',
  },
  ownNotResident: { ko: '지금은 입주 중이 아닙니다', en: 'You are not in the Lab at the moment' },
  ownNotResidentText: {
    ko: '입주 중에만 협약 종료를 통지하실 수 있습니다. 궁금하신 점은 문의처로 연락해 주십시오.',
    en: 'Notice can be given only during a residency. Contact us if you have questions.',
  },
  toOwn: { ko: '입주 현황으로', en: 'To your residency' },

  confirmTitle: { ko: '입주 협약을 즉시 종료할지 승인해 주십시오', en: 'Confirm that a contract ends straight away' },
  confirmLead: {
    ko: '랩 매니저가 중대한 이유로 협약을 바로 끝내 달라고 요청했습니다. 승인하면 오늘 협약이 끝납니다.',
    en: 'The lab manager asks to end this contract straight away, for a grave reason. If you confirm it, the contract ends today.',
  },
  askedBy: { ko: '요청한 사람', en: 'Asked by' },
  before: { ko: '앞서 한 경고', en: 'Warnings before' },
  confirmOutcome: { ko: '승인하기', en: 'Confirm it' },
  confirmHint: {
    ko: '오늘 협약이 끝나고 입주 기업에 이유를 알리며 퇴거 절차를 시작합니다.',
    en: 'The contract ends today, the startup is told the reason, and its exit begins.',
  },
  refuseOutcome: { ko: '승인하지 않기', en: 'Do not confirm it' },
  refuseHint: {
    ko: '협약은 그대로이며 랩 매니저에게 이유를 알립니다.',
    en: 'The contract goes on, and the lab manager is told why.',
  },
  refuseReason: { ko: '승인하지 않는 이유', en: 'Why you do not confirm it' },
  refuseReasonHint: {
    ko: '승인하지 않을 때 적어 주십시오. 랩 매니저에게 알립니다.',
    en: 'If you do not confirm it. The lab manager is told it.',
  },
  refuseReasonMissing: { ko: '승인하지 않는 이유를 적어 주십시오.', en: 'Write why you do not confirm it.' },
  confirmSure: { ko: '이렇게 결정하시겠습니까?', en: 'Is this your decision?' },
  confirmSureLead: { ko: '결정하시면 되돌릴 수 없습니다.', en: 'You cannot undo this.' },
  decision: { ko: '결정', en: 'Decision' },
  followedConfirmed: {
    ko: '협약이 끝났고 입주 기업과 랩 매니저에게 알렸습니다. 하실 일은 없습니다.',
    en: 'The contract has ended, and startup and lab manager are told. You do not need to do anything.',
  },
  followedRefused: {
    ko: '협약은 그대로이며 랩 매니저에게 알렸습니다. 하실 일은 없습니다.',
    en: 'The contract goes on, and the lab manager is told. You do not need to do anything.',
  },
  gone: { ko: '더 이상 필요하지 않은 요청입니다', en: 'This request is no longer open' },
  nothing: {
    ko: '입주가 이미 끝났거나 요청이 취소되었습니다.',
    en: 'The residency has ended, or the request was cancelled.',
  },
} as const satisfies Record<string, Text>;

export const kindWords: Readonly<Record<MeasureKind, Text>> = {
  warning: { ko: '경고', en: 'Warning' },
  notice: { ko: '협약 종료 통지', en: 'Notice' },
  end: { ko: '협약 즉시 종료', en: 'End straight away' },
};

type Refused =
  | Exclude<NoticeOutcome, { readonly kind: 'ended' }>
  | Exclude<AskEndOutcome, { readonly kind: 'asked' }>
  | Exclude<ConfirmOutcome, { readonly kind: 'decided' | 'closed' }>;

/** Why a contract does not end like this, and what can be done. */
export function notEndedText(outcome: Refused): Text {
  switch (outcome.kind) {
    case 'not-resident':
      return exitWords.notResident;
    case 'changed':
      return exitWords.changed;
    case 'asked-already':
      return exitWords.askedAlready;
    case 'own':
      return {
        ko: '직접 요청하신 일은 스스로 승인하실 수 없습니다. 다른 책임자에게 넘겨 주십시오.',
        en: 'You asked for it yourself, so somebody else has to confirm it. Hand it over.',
      };
    case 'over':
    case 'not-early': {
      const day = dateText(outcome.to);
      return {
        ko: `협약이 ${day.ko}에 저절로 끝납니다. 그보다 이른 날만 정할 수 있습니다.`,
        en: `The contract ends by itself on ${day.en}. Only an earlier day can be chosen.`,
      };
    }
    case 'before-begin': {
      const day = dateText(outcome.from);
      return {
        ko: `입주 첫날(${day.ko})보다 이른 날입니다. 오늘 이후의 날짜를 적어 주십시오.`,
        en: `The residency began on ${day.en}. Enter a day after today.`,
      };
    }
    case 'too-soon': {
      const day = dateText(outcome.earliest);
      return {
        ko: `너무 이른 날입니다. ${day.ko} 이후의 날짜를 적어 주십시오.`,
        en: `This is too soon. Enter ${day.en} or a later day.`,
      };
    }
    case 'moves-later': {
      const day = dateText(outcome.on);
      return {
        ko: `${day.ko}에 다른 공간으로 옮길 예정입니다. 먼저 랩 매니저가 입주 공간 화면에서 그 이동을 취소해야 합니다.`,
        en: `A move to another space is planned for ${day.en}. The lab manager has to undo it first, on the page of spaces.`,
      };
    }
    case 'space':
      return notDecidedText(outcome.why);
  }
}
