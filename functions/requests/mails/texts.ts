import type { Text } from '../../shared/i18n.ts';
import type { Notices } from '../notice.ts';
import type { HeldReason } from '../request.ts';

export const requestMailWords = {
  opened: {
    asked: (kind) => ({ ko: `${kind.ko} 요청`, en: kind.en }),
    absent: (kind) => ({ ko: `${kind.ko} 요청(부재중인 담당자 대신)`, en: `For an absent colleague: ${kind.en}` }),
    conflict: (kind) => ({
      ko: `이해관계가 없는 분께 드리는 ${kind.ko} 요청`,
      en: `In place of a colleague with a conflict of interest: ${kind.en}`,
    }),
    'handed over': (kind) => ({ ko: `넘겨받은 ${kind.ko} 요청`, en: `Handed to you: ${kind.en}` }),
    deputy: (kind) => ({ ko: `대신 맡으실 ${kind.ko} 요청`, en: `Passed to you as the deputy: ${kind.en}` }),
    escalation: (kind) => ({ ko: `기한이 지난 ${kind.ko} 요청`, en: `Overdue, passed to you: ${kind.en}` }),
    changed: (kind) => ({ ko: `바뀐 순위 확인: ${kind.ko} 요청`, en: `The ranking has changed: ${kind.en}` }),
  } satisfies Record<HeldReason, (kind: Text) => Text>,
  subject: (opened: Text, about: Text, due: Text): Text => ({
    ko: `${opened.ko}: ${about.ko}, ${due.ko}까지`,
    en: `${opened.en}: ${about.en}, by ${due.en}`,
  }),
  cause: { ko: '원인', en: 'Cause' },
  command: { ko: '명령', en: 'Command' },
  runbook: { ko: '조치 안내', en: 'Runbook' },
  reminder: (count: number, due: Text): Text => ({
    ko: `기한이 다가오는 요청 ${count}건: ${due.ko}까지`,
    en: `Reminder: ${count === 1 ? '1 request waits' : `${count} requests wait`} for you, by ${due.en}`,
  }),
  overdueReminder: (count: number, due: Text): Text => ({
    ko: `기한이 지난 요청 ${count}건: ${due.ko}까지였습니다`,
    en: `Overdue: ${count === 1 ? '1 request waits' : `${count} requests wait`} for you, due ${due.en}`,
  }),
  preheader: { ko: '기한까지 확인해 주십시오.', en: 'Please decide by the date given.' },
  lead: {
    ko: '아래 요청에 대한 판단을 부탁드립니다. 링크를 여는 것만으로는 아무것도 바뀌지 않습니다.',
    en: 'Please decide on the request below. Opening the link changes nothing.',
  },
  reminderLead: { ko: '아직 결정되지 않은 요청입니다.', en: 'These requests have not been decided yet.' },
  kind: { ko: '요청', en: 'Request' },
  reference: { ko: '접수 번호', en: 'Reference' },
  round: { ko: '모집', en: 'Round' },
  due: { ko: '기한', en: 'Due' },
  overdue: { ko: '기한이 지났습니다', en: 'this is overdue' },
  open: { ko: '열어서 결정하기', en: 'Open and decide' },
  private: {
    ko: '이 링크는 받는 분만 쓸 수 있습니다. 다른 사람에게 전달하지 마십시오.',
    en: 'This link is for you alone. Please do not pass it on.',
  },
  handOver: {
    ko: '이 링크는 받는 분만 쓸 수 있습니다. 부재 중이면 열어서 다른 담당자에게 넘길 수 있습니다.',
    en: 'This link is for you alone. If you are away, open it to hand the request to a colleague.',
  },
} as const;

/** What operators are told by the ideas themselves; capabilities bring their own. */
export const notices: Notices = {
  stuck: {
    subject: { ko: '진행이 멈췄습니다', en: 'A run is stuck' },
    text: {
      ko: '여러 번 다시 시도했지만 단계가 실패했습니다. 원인을 고친 뒤 다시 실행(redrive)하십시오.',
      en: 'A step failed however often it was tried. Mend the cause, then redrive it.',
    },
    runbook: 'stuck',
    commands: ['find', 'logs', 'redrive'],
  },
  'run-failed': {
    subject: { ko: '이미 끝난 단계의 실행이 실패했습니다', en: 'A run failed that was no longer needed' },
    text: {
      ko: '대상은 이미 다음 단계로 넘어갔거나 다른 실행이 맡고 있습니다. find로 확인하고, stuck에 남아 있으면 redrive로 표시를 지우십시오.',
      en: 'What it was about has gone on without it, or another run is at work. Look at it with find; where stuck lists it, redrive takes the mark away.',
    },
    runbook: 'stuck',
    commands: ['find', 'logs'],
  },
  'run-name-taken': {
    subject: { ko: '실행을 시작하지 못했습니다', en: 'A run could not be started' },
    text: {
      ko: '같은 이름의 실행이 다른 대상을 진행하고 있습니다. 다시 실행(redrive)하면 다른 이름으로 시작됩니다.',
      en: 'A run about something else has its name. Redrive it: its next run has a name of its own.',
    },
    runbook: 'stuck',
    commands: ['find', 'redrive'],
  },
  overdue: {
    subject: { ko: '기한이 지난 요청이 있습니다', en: 'A request is overdue' },
    text: {
      ko: '맡은 분이 기한 안에 결정하지 않았고, 더 넘길 대리자나 책임자가 없습니다.',
      en: 'Whoever has it did not decide in time, and there is no deputy or escalation left to pass it to.',
    },
    runbook: 'requests-overdue',
  },
  bounced: {
    subject: { ko: '메일이 반송된 주소가 있습니다', en: 'An address has bounced' },
    nameless: true,
    text: {
      ko: '이 주소로는 더 보내지 않습니다. 다른 연락처로 확인하십시오.',
      en: 'Nothing more is sent to it. Reach the person another way.',
    },
    runbook: 'bounce-rate',
  },
  complained: {
    subject: { ko: '스팸으로 신고한 주소가 있습니다', en: 'An address has complained' },
    nameless: true,
    text: { ko: '이 주소로는 더 보내지 않습니다.', en: 'Nothing more is sent to it.' },
    runbook: 'bounce-rate',
  },
  'given-up': {
    subject: { ko: '보내지 못하고 포기한 항목이 있습니다', en: 'An outbox entry was given up' },
    text: {
      ko: '정해진 횟수만큼 시도했지만 실패했습니다. 원인을 고친 뒤 다시 보내십시오.',
      en: 'It failed as often as it may be tried. Mend the cause, then resend it.',
    },
    runbook: 'outbox-given-up',
  },
};
