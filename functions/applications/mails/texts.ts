import type { Text } from '../../shared/i18n.ts';
import type { MailText } from '../../shared/mail/mail-text.ts';

const mails = {
  received: {
    subject: { ko: '지원서를 접수했습니다', en: 'We have received your application' },
    preheader: {
      ko: '접수 번호와 제출하신 지원서의 사본입니다.',
      en: 'Your reference number and a copy of your answers.',
    },
    text: {
      ko: '지원해 주셔서 감사합니다. 문의하실 때에는 아래 접수 번호를 알려 주십시오.',
      en: 'Thank you for applying. Give this reference number whenever you contact us.',
    },
  },
  changed: {
    subject: { ko: '수정한 지원서를 접수했습니다', en: 'We have received your changes' },
    preheader: { ko: '수정하신 지원서의 사본입니다.', en: 'A copy of your answers as they are now.' },
    text: {
      ko: '수정하신 내용으로 다시 접수했습니다. 접수 번호는 그대로이며, 앞서 제출하신 내용은 더 이상 심사하지 않습니다.',
      en: 'We have received your application again with your changes. Your reference number stays the same. What you sent before no longer counts.',
    },
  },
  receivedAndAccepted: {
    subject: {
      ko: '지원서를 접수했습니다: 지원 자격이 확인되었습니다',
      en: 'We have received your application: you are eligible',
    },
    preheader: {
      ko: '접수 번호와 지원 자격 확인 결과, 제출하신 지원서의 사본입니다.',
      en: 'Your reference number, the result of the eligibility check and a copy of your answers.',
    },
  },
  changedAndAccepted: {
    subject: {
      ko: '수정한 지원서를 접수했습니다: 지원 자격이 확인되었습니다',
      en: 'We have received your changes: you are eligible',
    },
    preheader: {
      ko: '지원 자격 확인 결과와 수정하신 지원서의 사본입니다.',
      en: 'The result of the eligibility check and a copy of your answers as they are now.',
    },
  },
  accepted: {
    subject: { ko: '지원 자격이 확인되었습니다', en: 'You are eligible' },
    preheader: { ko: '선발 심사 대상에 포함되었습니다.', en: 'We will consider you for selection.' },
    text: {
      ko: '지원 자격이 확인되어 선발 심사 대상에 포함되었습니다. 지금 하실 일은 없습니다.',
      en: 'You meet the eligibility criteria, and we will consider you for selection. You do not need to do anything now.',
    },
  },
  acceptedByOfficer: {
    subject: { ko: '선발 심사 대상에 포함되었습니다', en: 'Our team has confirmed that you are eligible' },
    preheader: { ko: '담당자가 지원서를 확인했습니다.', en: 'Our team has checked your application.' },
    text: {
      ko: '담당자가 지원서를 확인하여 선발 심사 대상에 포함했습니다. 지금 하실 일은 없습니다.',
      en: 'Our team has checked your application, and we will consider you for selection. You do not need to do anything now.',
    },
  },
  refused: {
    subject: { ko: '지원 자격 확인 결과를 알려 드립니다', en: 'The result of your eligibility check' },
    preheader: {
      ko: '결정과 그 이유, 그리고 하실 수 있는 일입니다.',
      en: 'The decision, its reason and what you can do.',
    },
    text: {
      ko: '지원해 주셔서 감사합니다. 담당자가 직접 확인한 결과, 아쉽게도 이번 모집에서는 선발 심사 대상에 포함되지 못하셨습니다.',
      en: 'Thank you for applying. Our team has checked your application. We are sorry to tell you that you are not eligible in this round.',
    },
  },
  withdrawn: {
    subject: { ko: '지원이 취소되었습니다', en: 'Your application has been withdrawn' },
    preheader: { ko: '더 이상 심사하지 않습니다.', en: 'We will not consider it any further.' },
    text: {
      ko: '요청하신 대로 지원을 취소했습니다. 직접 취소하지 않으셨다면 바로 알려 주십시오.',
      en: 'We have withdrawn it as you asked. If you did not ask for this, tell us straight away.',
    },
  },
  draftLink: {
    subject: { ko: '작성 중인 지원서를 여는 링크입니다', en: 'The link to your unfinished application' },
    preheader: { ko: '이 링크로 이어서 작성하실 수 있습니다.', en: 'Continue it with this link.' },
    text: {
      ko: '지원서는 아직 제출되지 않았습니다. 지금까지 입력하신 내용은 저장되어 있으며, 아래 버튼을 누르면 어느 기기에서든 이어서 작성하실 수 있습니다.',
      en: 'You have not sent your application yet. What you have entered so far is saved, and you can continue on any device.',
    },
  },
  changedAddress: {
    subject: { ko: '지원서의 이메일 주소가 바뀌었습니다', en: 'The email address of your application was changed' },
    preheader: { ko: '이제 다른 주소로 안내해 드립니다.', en: 'From now on we will use another address.' },
    text: {
      ko: '지원서의 이메일 주소를 바꾸셔서, 앞으로는 이 주소로 안내하지 않습니다. 이 주소로 보내 드린 링크로는 더 열 수 없습니다. 직접 바꾸지 않으셨다면 바로 알려 주십시오.',
      en: 'You changed the email address of your application, so we no longer write to this one. The links that we sent here no longer work. If it was not you, tell us straight away.',
    },
  },
  question: {
    subject: (due: Text): Text => ({
      ko: `지원서에 대해 확인할 것이 있습니다: ${due.ko}까지 답변해 주십시오`,
      en: `We have a question about your application: please answer by ${due.en}`,
    }),
    preheader: { ko: '기한까지 답변해 주십시오.', en: 'Please answer by the date given.' },
    text: {
      ko: '담당자가 지원서를 확인하다가 여쭐 것이 있어 연락드립니다.',
      en: 'Our team needs to know more about your application.',
    },
  },
  questionReminder: {
    subject: (due: Text): Text => ({
      ko: `질문에 대한 답변을 기다립니다: ${due.ko}까지`,
      en: `Reminder: please answer our question by ${due.en}`,
    }),
    preheader: { ko: '지원서에 대한 질문이 남아 있습니다.', en: 'There is a question about your application.' },
    text: {
      ko: '앞서 드린 질문에 대한 답변을 아직 받지 못하여 다시 알려 드립니다.',
      en: 'You have not answered the question below yet.',
    },
  },
  answered: {
    subject: { ko: '답변을 받았습니다', en: 'We have received your answer' },
    preheader: { ko: '담당자가 이어서 확인합니다.', en: 'Our team continues with your application.' },
    text: {
      ko: '답변을 담당자에게 전달했습니다. 확인한 뒤 결과를 이메일로 알려 드립니다.',
      en: 'Our team has your answer. We will email you the result.',
    },
  },
  lapsed: {
    subject: { ko: '질문 답변 기한이 지났습니다', en: 'The deadline to answer our question has passed' },
    preheader: { ko: '제출하신 내용으로 판단합니다.', en: 'We will decide on what you sent.' },
    text: {
      ko: '질문에 대한 답변을 기한까지 받지 못하여, 담당자가 제출하신 내용만으로 판단합니다. 결과는 이메일로 알려 드립니다.',
      en: 'You did not answer our question in time, so we will decide on what you sent. We will email you the result.',
    },
  },
} as const satisfies Record<string, Omit<MailText, 'text'> & Partial<MailText>>;

const words = {
  cancelled: {
    ko: '담당자가 다음 이유로 지원을 취소했습니다. 사실과 다르면 바로 알려 주십시오.',
    en: 'We have cancelled your application for the reason below. If this is not right, tell us straight away.',
  },
  passOn: { ko: '담당자께: 지원자에게 전해 주십시오', en: 'For our office: please pass this on' },
  passOnText: {
    ko: '담당자의 도움으로 지원하신 분이어서 이메일을 직접 받지 않습니다. 아래 내용을 다음 연락처로 기한 안에 전해 주십시오.',
    en: 'An officer helped this applicant, who does not receive email. Pass the following on in time, using this contact:',
  },
  private: {
    ko: '이 링크를 누르면 지원서가 바로 열립니다. 다른 사람에게 전달하지 마십시오.',
    en: 'This link opens your application without a password. Do not share it.',
  },
  reference: { ko: '접수 번호', en: 'Reference number' },
  next: { ko: '앞으로의 일정', en: 'What happens next' },
  copy: { ko: '제출하신 지원서', en: 'Your answers' },
  changeUntil: { ko: '지원서를 수정하실 수 있는 기간:', en: 'You can change your answers' },
  results: { ko: '선발 결과를 알려 드리는 날:', en: 'We will tell you the result on' },
  reason: { ko: '이유', en: 'Reason' },
  rules: { ko: '충족되지 않은 지원 자격:', en: 'Eligibility criteria that were not met:' },
  whatYouCanDo: { ko: '하실 수 있는 일', en: 'What you can do' },
  again: {
    ko: '결정에 대해 더 알고 싶으시거나 재검토가 필요하면 접수 번호와 사정을 적어 아래 문의처로 보내 주십시오. 담당자가 확인하고 답변해 드립니다. 다음 모집에 다시 지원하실 수 있습니다.',
    en: 'You can ask us to explain the decision or to look again. Contact us with your reference number and your reasons, and our team will answer. You are welcome to apply again in the next round.',
  },
  decidedBy: { ko: '결정한 사람', en: 'Decided by' },
  officer: { ko: '담당자', en: 'Our team' },
  decidedAt: { ko: '결정 일시', en: 'Decided on' },
  decidedOn: { ko: '판단 근거', en: 'Based on' },
  sendBy: { ko: '제출 기한:', en: 'You can send it' },
  answerBy: { ko: '답변 기한', en: 'Answer by' },
  pages: { ko: '수정하실 수 있는 부분', en: 'You can change' },
  withoutAnswer: {
    ko: '기한까지 답변이 없으면 담당자가 제출하신 내용만으로 판단합니다.',
    en: 'If you do not answer by then, we will decide on what you sent.',
  },
  toStatus: { ko: '지원 현황 보기', en: 'See your application' },
  goOn: { ko: '이어서 작성하기', en: 'Continue your application' },
  toAnswer: { ko: '답변하기', en: 'Answer the question' },
} as const satisfies Record<string, Text>;

export const applicationMailWords = { ...mails, ...words };
