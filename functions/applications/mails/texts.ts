import type { Text } from '../../shared/i18n.ts';

interface MailText {
  /** Of a mail about a request, with its due time. */
  readonly subject: Text | ((due: Text) => Text);
  readonly preheader: Text;
  readonly text: Text;
}

const mails = {
  received: {
    subject: { ko: '지원서를 접수했습니다', en: 'We have received your application' },
    preheader: { ko: '접수 번호와 제출하신 내용의 사본입니다.', en: 'Your reference and a copy of your answers.' },
    text: {
      ko: '지원해 주셔서 감사합니다. 아래 접수 번호로 문의하실 수 있습니다.',
      en: 'Thank you for applying. Please give this reference whenever you contact us.',
    },
  },
  changed: {
    subject: { ko: '바꾼 지원서를 접수했습니다', en: 'We have received your changes' },
    preheader: { ko: '바꾼 내용의 사본입니다.', en: 'A copy of your answers as they are now.' },
    text: {
      ko: '바꾼 내용으로 다시 접수했습니다. 접수 번호는 그대로이며, 앞서 제출하신 내용은 더 이상 심사하지 않습니다.',
      en: 'Your application has been sent again with your changes. The reference stays the same; what you sent before no longer counts.',
    },
  },
  receivedAndAccepted: {
    subject: {
      ko: '지원서를 접수했습니다: 지원 자격 확인을 마쳤습니다',
      en: 'We have received your application: it meets the conditions',
    },
    preheader: {
      ko: '접수 번호와 지원 자격 확인 결과, 제출하신 내용의 사본입니다.',
      en: 'Your reference, the result of the check, and a copy of your answers.',
    },
  },
  changedAndAccepted: {
    subject: {
      ko: '바꾼 지원서를 접수했습니다: 지원 자격 확인을 마쳤습니다',
      en: 'We have received your changes: your application meets the conditions',
    },
    preheader: {
      ko: '지원 자격 확인 결과와 바꾼 내용의 사본입니다.',
      en: 'The result of the check, and a copy of your answers as they are now.',
    },
  },
  accepted: {
    subject: { ko: '지원 자격 확인을 마쳤습니다', en: 'Your application meets the conditions' },
    preheader: { ko: '선발 심사 대상으로 확정되었습니다.', en: 'It goes on to the selection.' },
    text: {
      ko: '지원 자격을 모두 충족하여 선발 심사 대상으로 확정되었습니다. 지금 하실 일은 없습니다.',
      en: 'It meets every condition and goes on to the selection. There is nothing you need to do now.',
    },
  },
  acceptedByOfficer: {
    subject: { ko: '선발 심사 대상으로 확정되었습니다', en: 'Your application is accepted for selection' },
    preheader: { ko: '담당자 확인을 마쳤습니다.', en: 'An officer has looked at it.' },
    text: {
      ko: '담당자가 지원서를 확인하였고 선발 심사 대상으로 확정되었습니다. 지금 하실 일은 없습니다.',
      en: 'An officer has looked at it, and it goes on to the selection. There is nothing you need to do now.',
    },
  },
  refused: {
    subject: { ko: '지원 결과를 알려 드립니다', en: 'The result of your application' },
    preheader: {
      ko: '결정과 그 이유, 그리고 하실 수 있는 일입니다.',
      en: 'The decision, its reason and what you can do.',
    },
    text: {
      ko: '담당자가 직접 확인한 결과, 이번 모집에서는 지원을 받아들이지 못했습니다.',
      en: 'An officer has looked at your application, and we could not accept it in this round.',
    },
  },
  withdrawn: {
    subject: { ko: '지원이 취소되었습니다', en: 'Your application has been withdrawn' },
    preheader: { ko: '더 이상 심사하지 않습니다.', en: 'It will not be looked at any further.' },
    text: {
      ko: '요청하신 대로 지원을 취소했습니다. 직접 취소하지 않으셨다면 바로 알려 주십시오.',
      en: 'We have withdrawn it as you asked. If it was not you, please tell us at once.',
    },
  },
  draftLink: {
    subject: { ko: '작성하던 지원서의 링크입니다', en: 'The link to your unfinished application' },
    preheader: { ko: '이 링크로 이어서 작성할 수 있습니다.', en: 'Go on with it by this link.' },
    text: {
      ko: '지금까지 입력하신 내용이 저장되어 있습니다. 아래 버튼으로 어느 기기에서든 이어서 작성하실 수 있습니다. 아직 제출되지 않았습니다.',
      en: 'What you have typed so far is saved. Go on with it on any device. It has not been sent yet.',
    },
  },
  changedAddress: {
    subject: { ko: '지원서의 이메일 주소가 바뀌었습니다', en: 'The email address of your application was changed' },
    preheader: {
      ko: '이제 다른 주소로 안내해 드립니다.',
      en: 'From now on we write to another address.',
    },
    text: {
      ko: '지원서의 이메일 주소를 바꾸셔서, 앞으로는 이 주소로 안내하지 않습니다. 이 주소로 보내 드린 링크로는 더 열 수 없습니다. 직접 바꾸지 않으셨다면 바로 알려 주십시오.',
      en: 'You changed the email address of your application, so we no longer write to this one. The links that we sent here no longer open it. If it was not you, tell us at once.',
    },
  },
  question: {
    subject: (due: Text): Text => ({
      ko: `지원서에 대해 확인할 것이 있습니다: ${due.ko}까지 답해 주십시오`,
      en: `We have a question about your application: please answer by ${due.en}`,
    }),
    preheader: { ko: '기한까지 답해 주십시오.', en: 'Please answer by the date given.' },
    text: {
      ko: '담당자가 지원서를 보다가 확인이 필요한 부분이 있어 여쭙니다.',
      en: 'The officer who looks at your application needs to know more.',
    },
  },
  questionReminder: {
    subject: (due: Text): Text => ({
      ko: `질문에 대한 답을 기다립니다: ${due.ko}까지`,
      en: `Reminder: please answer our question by ${due.en}`,
    }),
    preheader: { ko: '지원서에 대한 질문이 남아 있습니다.', en: 'There is a question about your application.' },
    text: {
      ko: '앞서 드린 질문에 아직 답을 받지 못하여 다시 알려 드립니다.',
      en: 'We have not yet had your answer to the question below.',
    },
  },
  answered: {
    subject: { ko: '답변을 받았습니다', en: 'We have received your answer' },
    preheader: { ko: '담당자가 이어서 확인합니다.', en: 'The officer goes on with it.' },
    text: {
      ko: '답변을 담당자에게 전달했습니다. 확인한 뒤 결과를 메일로 알려 드립니다.',
      en: 'Your answer is with the officer. We mail you the result.',
    },
  },
  lapsed: {
    subject: { ko: '질문 답변 기한이 지났습니다', en: 'The time to answer our question has passed' },
    preheader: { ko: '제출하신 내용으로 판단합니다.', en: 'The decision is made on what you sent.' },
    text: {
      ko: '질문에 대한 답을 기한까지 받지 못하여, 담당자가 제출하신 내용으로 판단합니다. 결과는 메일로 알려 드립니다.',
      en: 'We have had no answer to our question, so the officer decides on what you sent. We mail you the result.',
    },
  },
} as const satisfies Record<string, Omit<MailText, 'text'> & Partial<MailText>>;

const words = {
  checked: {
    ko: '지원 자격이 확인되어 선발 심사 대상에 포함되었습니다. 지금 하실 일은 없습니다.',
    en: 'It meets every condition and goes on to the selection. There is nothing you need to do now.',
  },
  cancelled: {
    ko: '담당 기관에서 다음 이유로 지원을 취소 처리했습니다. 사실과 다르면 바로 알려 주십시오.',
    en: 'We have cancelled your application for the reason below. If it is not right, please tell us at once.',
  },
  private: {
    ko: '이 링크로 지원서가 바로 열립니다. 다른 사람에게 전달하지 마십시오.',
    en: 'This link opens your application without a password. Please do not pass it on.',
  },
  reference: { ko: '접수 번호', en: 'Reference' },
  next: { ko: '다음 순서', en: 'What happens next' },
  copy: { ko: '제출하신 내용', en: 'Your answers' },
  changeUntil: { ko: '내용을 바꿀 수 있는 기간:', en: 'You can change your answers' },
  results: { ko: '선발 결과를 알려 드리는 날:', en: 'You will have the result of the selection by' },
  reason: { ko: '이유', en: 'The reason' },
  rules: { ko: '충족되지 않은 지원 자격:', en: 'Conditions that were not met:' },
  whatYouCanDo: { ko: '하실 수 있는 일', en: 'What you can do' },
  again: {
    ko: '결정에 대한 설명을 더 듣거나 다시 검토해 달라고 요청하실 수 있습니다. 접수 번호와 사정을 적어 아래 문의처로 보내 주시면 담당자가 확인하고 답해 드립니다. 다음 모집에는 다시 지원하실 수 있습니다.',
    en: 'You may ask for an explanation or for another look: write to the contact below with your reference and your reasons, and a person will answer. You are welcome to apply again in the next round.',
  },
  decidedBy: { ko: '결정한 사람', en: 'Decided by' },
  officer: { ko: '접수 담당자', en: 'An intake officer' },
  decidedAt: { ko: '결정 일시', en: 'Decided at' },
  decidedOn: { ko: '판단 기준', en: 'Decided on' },
  version: { ko: '제출본', en: 'version' },
  roundVersion: { ko: '모집 요강', en: 'rules of the round, version' },
  sendBy: { ko: '제출 기한:', en: 'You can send it' },
  answerBy: { ko: '답변 기한', en: 'Answer by' },
  pages: { ko: '고칠 수 있는 부분', en: 'You can correct' },
  withoutAnswer: {
    ko: '기한까지 답이 없으면 담당자가 제출하신 내용만으로 판단합니다.',
    en: 'Without an answer by then, the officer decides on what you sent.',
  },
  toStatus: { ko: '지원 현황 보기', en: 'See your application' },
  goOn: { ko: '이어서 작성하기', en: 'Go on with it' },
  toAnswer: { ko: '답변하기', en: 'Answer the question' },
} as const satisfies Record<string, Text>;

export const applicationMailWords = { ...mails, ...words };
