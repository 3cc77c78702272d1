import type { Text } from '../../shared/i18n.ts';
import type { Notices } from '../notice.ts';
import type { HeldReason } from '../request.ts';

export const requestMailWords = {
  opened: {
    asked: (kind) => ({ ko: `${kind.ko} 요청`, en: kind.en }),
    absent: (kind) => ({ ko: `${kind.ko} 요청(부재중인 담당자 대신)`, en: `For an absent colleague: ${kind.en}` }),
    conflict: (kind) => ({
      ko: `${kind.ko} 요청(이해관계가 있는 담당자 대신)`,
      en: `In place of a colleague with a conflict of interest: ${kind.en}`,
    }),
    'handed over': (kind) => ({
      ko: `${kind.ko} 요청(다른 담당자에게서 넘겨받음)`,
      en: `Handed over to you: ${kind.en}`,
    }),
    deputy: (kind) => ({ ko: `${kind.ko} 요청(대신 맡은 담당자)`, en: `Passed to you as the deputy: ${kind.en}` }),
    escalation: (kind) => ({ ko: `${kind.ko} 요청(기한이 지나 책임자께)`, en: `Overdue, passed to you: ${kind.en}` }),
    changed: (kind) => ({ ko: `${kind.ko} 요청(순위가 조정됨)`, en: `The ranking has changed: ${kind.en}` }),
  } satisfies Record<HeldReason, (kind: Text) => Text>,
  subject: (opened: Text, about: Text, due: Text): Text => ({
    ko: `${opened.ko}: ${about.ko}, ${due.ko}까지`,
    en: `${opened.en}: ${about.en}, by ${due.en}`,
  }),
  cause: { ko: '원인', en: 'Cause' },
  failedState: { ko: '실패한 단계', en: 'State' },
  tries: { ko: '시도 횟수', en: 'Tries' },
  command: { ko: '명령', en: 'Command' },
  runbook: { ko: '조치 안내', en: 'Runbook' },
  reminder: (count: number, due: Text): Text => ({
    ko: `결정을 기다리는 요청 ${count}건: ${due.ko}까지`,
    en: `Reminder: ${count === 1 ? '1 request is' : `${count} requests are`} waiting for your decision, by ${due.en}`,
  }),
  overdueReminder: (count: number, due: Text): Text => ({
    ko: `기한이 지난 요청 ${count}건: ${due.ko}까지였습니다`,
    en: `Overdue: ${count === 1 ? '1 request is' : `${count} requests are`} waiting for your decision, due ${due.en}`,
  }),
  preheader: { ko: '기한까지 결정해 주십시오.', en: 'Decide by the deadline.' },
  lead: {
    ko: '아래 요청을 확인하고 결정해 주십시오. 링크를 여는 것만으로는 아무것도 바뀌지 않습니다.',
    en: 'We need your decision on the request below. Opening the link does not change anything.',
  },
  reminderLead: { ko: '아직 결정하지 않으신 요청입니다.', en: 'You have not decided on these requests yet.' },
  desk: (address: string): Text => ({
    ko: `받으신 모든 요청은 업무함에서도 보실 수 있습니다: ${address}`,
    en: `You can also see everything that waits for you on your desk: ${address}`,
  }),
  kind: { ko: '요청', en: 'Request' },
  name: { ko: '대상', en: 'About' },
  round: { ko: '모집', en: 'Round' },
  due: { ko: '기한', en: 'Due' },
  overdue: { ko: '기한이 지났습니다', en: 'overdue' },
  open: { ko: '열어서 결정하기', en: 'Open and decide' },
  private: {
    ko: '이 링크는 받으신 분만 사용하실 수 있습니다. 다른 사람에게 전달하지 마십시오.',
    en: 'Only you can use this link. Do not share it.',
  },
  handOver: {
    ko: '이 링크는 받으신 분만 사용하실 수 있습니다. 부재중이시면 링크를 열어 다른 담당자에게 넘기실 수 있습니다.',
    en: 'Only you can use this link. If you are away, open it to hand the request over to a colleague.',
  },
} as const;

/** What operators are told by the ideas themselves; capabilities bring their own. */
export const notices: Notices = {
  stuck: {
    subject: { ko: '진행이 멈췄습니다', en: 'A run is stuck' },
    text: {
      ko: '여러 번 다시 시도했으나 단계를 마치지 못했습니다. 원인을 해결한 뒤 다시 실행(redrive)하십시오.',
      en: 'A step has failed after several tries. Fix the cause, then redrive it.',
    },
    runbook: 'stuck',
    commands: ['find', 'logs', 'redrive'],
  },
  'run-failed': {
    subject: { ko: '이미 끝난 단계의 실행이 실패했습니다', en: 'A run failed that was no longer needed' },
    text: {
      ko: '대상은 이미 다음 단계로 넘어갔거나 다른 실행에서 진행하고 있습니다. find 명령으로 확인하고, stuck 명령에 아직 나오면 redrive 명령으로 표시를 지우십시오.',
      en: 'The application has already moved on, or another run is working on it. Check it with the find command. If the stuck command still lists it, redrive clears the mark.',
    },
    runbook: 'stuck',
    commands: ['find', 'logs'],
  },
  'run-name-taken': {
    subject: { ko: '실행을 시작하지 못했습니다', en: 'A run could not be started' },
    text: {
      ko: '같은 이름의 실행이 다른 대상을 진행하고 있습니다. 다시 실행(redrive)하시면 다른 이름으로 시작됩니다.',
      en: 'Another run already has this name. Redrive it: the next run gets a new name.',
    },
    runbook: 'stuck',
    commands: ['find', 'redrive'],
  },
  overdue: {
    subject: { ko: '기한이 지난 요청이 있습니다', en: 'A request is overdue' },
    text: {
      ko: '담당자가 기한 안에 결정하지 않았고, 대신 맡을 담당자나 책임자가 없습니다.',
      en: 'It was not decided in time, and there is no deputy or manager left to pass it to.',
    },
    runbook: 'requests-overdue',
    commands: ['find'],
  },
  bounced: {
    subject: { ko: '이메일이 반송된 주소가 있습니다', en: 'An email address has bounced' },
    nameless: true,
    text: {
      ko: '이 주소로는 더 보내지 않습니다. 다른 연락처로 알려 주십시오.',
      en: 'We no longer send email to it. Contact the person in another way.',
    },
    runbook: 'bounce-rate',
  },
  complained: {
    subject: { ko: '이메일을 스팸으로 신고한 주소가 있습니다', en: 'Somebody has reported our email as spam' },
    nameless: true,
    text: { ko: '이 주소로는 더 보내지 않습니다.', en: 'We no longer send email to it.' },
    runbook: 'bounce-rate',
  },
  'given-up': {
    subject: { ko: '끝내 보내지 못한 항목이 있습니다', en: 'An outbox entry could not be sent' },
    text: {
      ko: '정해진 횟수만큼 시도했으나 보내지 못했습니다. 원인을 해결한 뒤 다시 보내십시오.',
      en: 'All tries have failed. Fix the cause, then resend it.',
    },
    runbook: 'outbox-given-up',
    commands: ['find', 'resend'],
  },
};
