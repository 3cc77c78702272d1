import type { MeasureKind } from '../../residencies/measure.ts';
import type { Text } from '../../shared/i18n.ts';

/** The words of the mails about the end of a residency. */
export const exitMailWords = {
  begun: {
    subject: (day: Text): Text => ({
      ko: `퇴거를 준비해 주십시오: 마지막 날 ${day.ko}`,
      en: `Get ready to leave: your last day is ${day.en}`,
    }),
    preheader: { ko: '마지막 날까지 하실 일을 알려 드립니다.', en: 'This is what you have to do by your last day.' },
    text: {
      ko: '아래의 날에 입주가 끝납니다. 하실 일을 기한까지 마치고, 마지막 날까지 공간을 비워 주십시오. 열쇠와 출입증을 돌려주셔야 반납이 확인됩니다.',
      en: 'Your residency ends on the day below. Do what is listed by its date, and clear your space by the last day. It counts as given back once keys and cards are back.',
    },
  },
  /** The last day is over before anybody was told: nights were missed, or the end was at once. */
  begunLate: {
    subject: (day: Text): Text => ({
      ko: `퇴거를 마쳐 주십시오: 마지막 날은 ${day.ko}이었습니다`,
      en: `Finish leaving: your last day was ${day.en}`,
    }),
    preheader: { ko: '남은 일을 알려 드립니다.', en: 'This is what is left to do.' },
    text: {
      ko: '아래의 날에 입주가 끝났습니다. 남은 일을 마치고 공간을 비워 주십시오. 열쇠와 출입증을 돌려주셔야 반납이 확인됩니다.',
      en: 'Your residency ended on the day below. Do what is left, and clear your space. It counts as given back once keys and cards are back.',
    },
  },
  dropped: {
    subject: { ko: '퇴거 준비가 취소되었습니다', en: 'You do not have to leave' },
    preheader: { ko: '입주 협약이 연장되었습니다.', en: 'Your contract was extended.' },
    text: {
      ko: '입주 협약이 연장되어 퇴거 준비를 취소했습니다. 퇴거를 위해 하실 일은 없습니다.',
      en: 'Your contract was extended, so nothing has to be done for leaving any more.',
    },
  },
  ended: {
    subject: { ko: '입주가 끝났습니다. 함께해 주셔서 감사합니다', en: 'Your residency has ended: thank you' },
    preheader: { ko: '보관하는 자료와 기간을 알려 드립니다.', en: 'What we keep, and for how long.' },
    text: {
      ko: '공간의 반납을 확인했고 입주가 끝났습니다. 그동안 함께해 주셔서 감사합니다.',
      en: 'The return of your space is confirmed, and your residency has ended. Thank you for having been with us.',
    },
    keptText: {
      ko: '동의하신 대로 아래의 기간까지 보관한 뒤 파기합니다.',
      en: 'As you agreed, we keep this for as long as is said here, then erase it.',
    },
  },
  noticeConfirmed: {
    subject: (day: Text): Text => ({
      ko: `입주 종료 통지를 받았습니다: 마지막 날 ${day.ko}`,
      en: `We have your notice: your last day is ${day.en}`,
    }),
    preheader: { ko: '입주의 마지막 날이 정해졌습니다.', en: 'The last day of your residency is set.' },
    text: {
      ko: '입주 협약을 일찍 끝내겠다는 통지를 받았습니다. 하실 일은 따로 알려 드립니다. 직접 통지하지 않으셨다면 바로 문의처로 알려 주십시오.',
      en: 'We have your notice that you end your contract early. What you have to do follows in another email. If this was not you, tell us straight away.',
    },
  },
  noticeReceived: {
    subject: (startup: string): Text => ({
      ko: `입주 기업이 종료를 통지했습니다: ${startup}`,
      en: `A startup has given notice: ${startup}`,
    }),
    preheader: { ko: '퇴거 절차가 시작됩니다.', en: 'Its exit begins.' },
    text: {
      ko: '입주 기업이 협약을 일찍 끝내겠다고 통지했습니다. 퇴거 목록을 바로 시작합니다. 하실 일은 없습니다.',
      en: 'The startup ends its contract early. The list of its exit begins straight away. You do not need to do anything.',
    },
  },
  objectTitle: { ko: '의견이 있으시면', en: 'If you do not agree' },
  objectText: {
    ko: '이 결정에 의견이 있으시면 문의처로 연락해 주십시오. 담당자가 다시 살펴보고 답변해 드립니다.',
    en: 'If you do not agree with this decision, contact us: somebody looks at it again and answers you.',
  },
  withdrawn: {
    subject: { ko: '경고를 거두었습니다', en: 'A warning was withdrawn' },
    preheader: { ko: '이유를 알려 드립니다.', en: 'We tell you why.' },
    text: { ko: '앞서 보낸 경고를 거두었습니다.', en: 'The warning that we sent you is withdrawn.' },
  },
  answered: {
    subject: {
      CONFIRMED: (startup: string): Text => ({
        ko: `입주 협약의 즉시 종료가 승인되었습니다: ${startup}`,
        en: `The end of a contract was confirmed: ${startup}`,
      }),
      REFUSED: (startup: string): Text => ({
        ko: `입주 협약의 즉시 종료가 승인되지 않았습니다: ${startup}`,
        en: `The end of a contract was not confirmed: ${startup}`,
      }),
    },
    preheader: { ko: '책임자가 결정했습니다.', en: 'The director has decided.' },
    text: {
      CONFIRMED: {
        ko: '책임자가 승인하여 협약이 끝났습니다. 입주 기업에 이유를 알렸고 퇴거 목록을 시작합니다.',
        en: 'The director has confirmed it: the contract has ended, the startup was told the reason, and its exit begins.',
      },
      REFUSED: {
        ko: '책임자가 승인하지 않았습니다. 협약은 그대로이며 입주 기업에는 알리지 않았습니다.',
        en: 'The director has not confirmed it: the contract goes on, and the startup was not told.',
      },
    },
  },
  told: {
    subject: (startup: string, days: Text): Text => ({
      ko: `반납하지 않은 공간이 있습니다: ${startup}, ${days.ko}째`,
      en: `A space was not given back: ${startup}, day ${days.en}`,
    }),
    preheader: { ko: '사용 기간이 끝난 뒤에도 비우지 않았습니다.', en: 'Somebody stays past the end.' },
    text: {
      ko: '사용 기간이 끝났으나 공간의 반납이 확인되지 않았습니다. 확인하기 전에는 다른 기업에 배정할 수 없습니다.',
      en: 'The time for this space is over, and its return is not confirmed. Until it is, nobody else can be given it.',
    },
    doTitle: { ko: '하실 일', en: 'What to do' },
    doText: {
      ko: '입주 기업에 연락하여 비우는 날을 정하고, 열쇠와 출입증을 돌려받으면 업무함의 입주 공간 화면에서 반납을 확인해 주십시오.',
      en: 'Contact the startup and agree on a day. Once keys and cards are back, confirm the return on the page of spaces at your desk.',
    },
    open: { ko: '입주 공간 열기', en: 'Open the space' },
  },
  asked: {
    subject: { ko: '공간을 비워 주시기를 부탁드립니다', en: 'Please give your space back' },
    preheader: { ko: '사용 기간이 끝났습니다.', en: 'The time for your space is over.' },
    text: {
      ko: '아래 공간의 사용 기간이 끝났으나 아직 반납이 확인되지 않았습니다. 바쁘시더라도 공간을 비우고 열쇠와 출입증을 돌려주시기 바랍니다. 사정이 있으시면 문의처로 알려 주십시오. 이미 돌려주셨다면 곧 확인해 드립니다.',
      en: 'The time for this space is over, and its return is not confirmed yet. Please clear it, and bring back keys and cards. If something keeps you from it, tell us. If you have done so already, we confirm it soon.',
    },
  },
  lastDay: { ko: '입주 마지막 날', en: 'Last day' },
  until: { ko: '사용 마지막 날', en: 'Last day of use' },
  days: { ko: '지난 일수', en: 'Days past the end' },
  space: { ko: '공간', en: 'Space' },
  startup: { ko: '입주 기업', en: 'Startup' },
  reference: { ko: '접수 번호', en: 'Reference number' },
  toDo: { ko: '하실 일', en: 'What you have to do' },
  kept: { ko: '보관하는 자료', en: 'What we keep' },
  reason: { ko: '이유', en: 'Reason' },
  toResidency: { ko: '입주 안내 보기', en: 'See your residency' },
} as const;

/** What the management has decided, as its startup is told. */
export const measureMailWords = {
  warning: {
    subject: { ko: '입주와 관련하여 경고를 드립니다', en: 'A warning about your residency' },
    preheader: { ko: '이유와 바라는 점을 알려 드립니다.', en: 'We tell you why.' },
    text: {
      ko: '입주 협약을 지키는 데 문제가 있어 경고를 드립니다. 아래의 이유를 읽고 바로잡아 주십시오.',
      en: 'There is a problem with how your contract is kept. Read the reason below, and put it right.',
    },
  },
  notice: {
    subject: { ko: '입주 협약이 일찍 끝남을 알려 드립니다', en: 'Your contract ends early' },
    preheader: { ko: '마지막 날과 이유를 알려 드립니다.', en: 'Your last day, and why.' },
    text: {
      ko: '입주 협약을 아래의 날에 끝내기로 결정했습니다. 하실 일은 따로 알려 드립니다.',
      en: 'We have decided to end your contract on the day below. What you have to do follows in another email.',
    },
  },
  end: {
    subject: { ko: '입주 협약이 종료되었습니다', en: 'Your contract has been ended' },
    preheader: { ko: '마지막 날과 이유를 알려 드립니다.', en: 'Your last day, and why.' },
    text: {
      ko: '중대한 이유가 있어 책임자의 승인으로 입주 협약을 종료했습니다. 하실 일은 따로 알려 드립니다.',
      en: 'For a grave reason, and confirmed by our director, your contract has been ended. What you have to do follows in another email.',
    },
  },
} as const satisfies Record<MeasureKind, Readonly<Record<'subject' | 'preheader' | 'text', Text>>>;
