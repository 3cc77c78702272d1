import type { Text } from '../../shared/i18n.ts';
import { formatDate, formatEnd, type Instant, type LocalDate } from '../../shared/time.ts';
import type { SlotState } from '../deciding.ts';
import type { DocumentState, Refusal, ReturnReason, StoredFile } from '../document.ts';
import { type Format, formatsText } from '../formats.ts';
import { mostMegabytes } from '../slot.ts';

export const words = {
  list: { ko: '제출 서류', en: 'Documents' },
  listLead: {
    ko: '서류마다 상태와 하실 일을 알려 드립니다. 이 화면은 작성 중인 다른 화면과 따로 열리며, 그 화면에 쓰신 내용은 그대로 있습니다.',
    en: 'For each document you see where it stands and what to do. This page is apart from any form that you have open: what you wrote there stays.',
  },
  closes: { ko: '제출 기한', en: 'Send them by' },
  required: { ko: '(필수)', en: '(required)' },
  optional: { ko: '(선택)', en: '(optional)' },
  open: { ko: '서류 보기·보내기', en: 'See or send it' },
  formats: { ko: '파일 형식', en: 'Types of file' },
  size: { ko: '파일 크기', en: 'Size' },
  issue: { ko: '발급일', en: 'Date of issue' },
  state: { ko: '상태', en: 'Status' },
  versions: { ko: '보내신 파일', en: 'Files that you sent' },
  versionsStaff: { ko: '받은 파일', en: 'Files that were sent' },
  download: { ko: '내려받기', en: 'Download' },
  back: { ko: '서류 목록으로', en: 'Back to the documents' },
  next: { ko: '다음: 파일 선택', en: 'Next: choose the file' },
  upload: { ko: '파일 보내기', en: 'Send the file' },
  send: { ko: '파일 보내기', en: 'Send the file' },
  file: { ko: '파일', en: 'File' },
  before: { ko: '보내기 전에 확인해 주십시오', en: 'Before you send it' },
  plainError: {
    ko: '파일이 너무 크거나 비어 있거나 시간이 지나면 영어로만 된 오류 화면이 나옵니다. 그때는 브라우저에서 뒤로 돌아와 다시 보내 주십시오.',
    en: 'If the file is too large or empty, or the time is over, you will see a page with a technical error. Go back in your browser and send it again.',
  },
  firstOnly: {
    ko: '한 화면에서는 먼저 도착한 파일 하나만 받습니다. 같은 화면에서 다른 파일을 또 보내셨다면 그 파일은 받지 않았으므로, 서류 목록에서 다시 시작해 보내 주십시오.',
    en: 'One form takes one file: the first that arrives. If you sent another by the same form, we did not take it: send it from the list of documents.',
  },
  again: { ko: '새로 고침', en: 'Reload this page' },
  anew: { ko: '다시 보내기', en: 'Send it again' },
  check: { ko: '파일 확인', en: 'Checking the file' },
  reason: { ko: '보완할 내용', en: 'What to change' },
  decide: { ko: '서류 확인', en: 'Decide on this document' },
  decision: { ko: '결정', en: 'Decision' },
  accept: { ko: '인정', en: 'Accept it' },
  return: { ko: '보완 요청', en: 'Return it' },
  reasonField: { ko: '보완을 요청하는 이유', en: 'Reason for returning it' },
  note: { ko: '보내신 분께 알릴 내용', en: 'What to tell the sender' },
  noteHint: {
    ko: '무엇을 어떻게 수정하여 다시 보내야 하는지 써 주십시오. 보낸 분이 그대로 읽습니다.',
    en: 'Write what has to be changed and how. The sender reads it as it is.',
  },
  toConfirm: { ko: '확인', en: 'Confirm' },
  continue: { ko: '다음', en: 'Continue' },
  confirmAccept: { ko: '이 서류를 인정하시겠습니까?', en: 'Accept this document?' },
  confirmReturn: { ko: '이 서류의 보완을 요청하시겠습니까?', en: 'Return this document?' },
  confirmLead: {
    ko: '결정은 되돌릴 수 없으며 보낸 분의 화면에 바로 나타납니다.',
    en: 'This cannot be undone. The sender sees it straight away.',
  },
  yesAccept: { ko: '인정하기', en: 'Accept it' },
  yesReturn: { ko: '보완 요청하기', en: 'Return it' },
  notOpen: {
    ko: '그사이 다른 파일이 도착했거나 이미 결정된 서류입니다. 바뀐 내용은 없습니다. 아래에서 지금 상태를 확인해 주십시오.',
    en: 'Another file has come since, or it was decided already. Nothing was changed. Look below at how it is now.',
  },
  none: { ko: '아직 없습니다.', en: 'None yet.' },
  undecidedNone: { ko: '지금 결정할 파일이 없습니다.', en: 'There is no file to decide on now.' },
} as const satisfies Record<string, Text>;

export const sizeText: Text = {
  ko: `${mostMegabytes}MB까지, 한 번에 파일 하나`,
  en: `Up to ${mostMegabytes} MB, one file at a time`,
};

export const closesText = (at: Instant): Text => ({
  ko: `${formatEnd(at, 'ko')}까지`,
  en: formatEnd(at, 'en'),
});

export const untilText = (until: Instant): Text => ({
  ko: `이 화면에서는 ${formatEnd(until, 'ko')}까지 보내실 수 있습니다.`,
  en: `You can send it from this page until ${formatEnd(until, 'en')}.`,
});

export const issueRule = (days: number): Text => ({
  ko: `보내는 날을 기준으로 ${days}일 안에 발급된 서류여야 합니다.`,
  en: `It has to be issued no more than ${days} days before you send it.`,
});

export const issueTooOld = (days: number, oldest: LocalDate): Text => ({
  ko: `${days}일 안에 발급된 서류만 낼 수 있습니다. ${formatDate(oldest, 'ko')} 이후에 발급된 서류를 새로 받아 주십시오.`,
  en: `Only a document issued in the last ${days} days counts. Get one that is issued on ${formatDate(oldest, 'en')} or later.`,
});

export const issueFuture: Text = {
  ko: '발급일이 오늘보다 뒤입니다. 서류에 적힌 발급일을 확인해 주십시오.',
  en: 'The date of issue is in the future. Check the date on the document.',
};

export const megabytesText = (bytes: number): Text => {
  const size =
    bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))}KB` : `${(bytes / 1024 / 1024).toFixed(1)}MB`;
  return { ko: size, en: size.replace(/(?=[KM]B)/u, ' ') };
};

export const fileText = ({ number }: Pick<StoredFile, 'number'>): Text => ({
  ko: `${number}번째 파일`,
  en: `File ${number}`,
});

const slotStateTexts: Readonly<Record<SlotState, Text>> = {
  missing: { ko: '아직 보내지 않음', en: 'Not sent yet' },
  checking: { ko: '파일 검사 중', en: 'Being checked' },
  refused: { ko: '받지 못한 파일: 다시 보내 주십시오', en: 'Not taken: please send it again' },
  undecided: { ko: '접수됨: 담당자가 확인합니다', en: 'Received: our team will look at it' },
  returned: { ko: '보완 필요: 수정하여 다시 보내 주십시오', en: 'Returned: please change it and send it again' },
  accepted: { ko: '인정됨: 하실 일은 없습니다', en: 'Accepted: there is nothing for you to do' },
};

export const fileStateTexts: Readonly<Record<DocumentState, Text>> = {
  WAITING: { ko: '파일을 기다리는 중', en: 'Waiting for the file' },
  ARRIVED: { ko: '검사 중', en: 'Being checked' },
  CLEAN: { ko: '접수됨', en: 'Received' },
  ACCEPTED: { ko: '인정됨', en: 'Accepted' },
  RETURNED: { ko: '보완 요청', en: 'Returned' },
  REFUSED: { ko: '받지 못함', en: 'Not taken' },
  LAPSED: { ko: '파일이 오지 않음', en: 'No file came' },
  ERASED: { ko: '파기됨', en: 'Erased' },
};

/** What is wrong with a file that was not taken, and what to do. */
export const refusalText = (refusal: Refusal, formats: readonly Format[]): Text => {
  const { ko, en } = formatsText(formats);
  const texts: Readonly<Record<Refusal, Text>> = {
    type: {
      ko: `파일의 내용이 받을 수 있는 형식이 아닙니다. 파일 이름만 바꾸면 형식은 바뀌지 않습니다. 다음 가운데 한 가지로 저장해서 다시 보내 주십시오: ${ko}.`,
      en: `What is in the file is none of the types that we take. Another name does not change its type. Save it as one of these and send it again: ${en}.`,
    },
    macros: {
      ko: '매크로가 들어 있는 파일은 받지 않습니다. 매크로 없는 형식이나 PDF로 저장해서 다시 보내 주십시오.',
      en: 'We do not take files with macros. Save it without macros or as a PDF and send it again.',
    },
    size: {
      ko: `비어 있거나 ${mostMegabytes}MB보다 큰 파일입니다. 크기를 확인하고 다시 보내 주십시오.`,
      en: `The file is empty or larger than ${mostMegabytes} MB. Check its size and send it again.`,
    },
    same: {
      ko: '앞서 보내신 것과 똑같은 파일입니다. 앞의 파일이 그대로 남아 있습니다. 수정한 파일이 있으면 그 파일을 보내 주십시오.',
      en: 'It is the same file as one that you sent before, which we still have. If you have changed it, send the changed file.',
    },
    'too-old': {
      ko: '발급된 지 너무 오래된 서류입니다. 새로 발급받아 다시 보내 주십시오.',
      en: 'The document was issued too long ago. Get a new one and send it.',
    },
    threat: {
      ko: '파일에서 악성 코드가 발견되어 받지 않았고, 파일은 지웠습니다. 백신 프로그램으로 컴퓨터를 검사한 뒤 문제가 없는 파일을 보내 주십시오.',
      en: 'Malicious code was found in the file. We did not take it and have deleted it. Check your computer for viruses, then send a clean file.',
    },
    locked: {
      ko: '암호가 걸린 파일이라 검사할 수 없습니다. 암호를 풀고 저장해서 다시 보내 주십시오.',
      en: 'The file has a password, so it could not be checked. Save it without a password and send it again.',
    },
    late: {
      ko: '정해진 시간 안에 파일을 검사하지 못했습니다. 파일에 문제가 있다는 뜻은 아닙니다. 다시 보내 주십시오.',
      en: 'The file could not be checked in time. That does not mean that anything is wrong with it. Please send it again.',
    },
    unreadable: {
      ko: '파일을 검사할 수 없었습니다. 파일이 열리는지 확인하고, PDF로 저장해서 다시 보내 주십시오.',
      en: 'The file could not be checked. See that it opens, save it as a PDF and send it again.',
    },
  };
  return texts[refusal];
};

export const returnReasonTexts: Readonly<Record<ReturnReason, Text>> = {
  'too-old': { ko: '발급일이 너무 오래되었습니다.', en: 'It was issued too long ago.' },
  'other-document': { ko: '다른 서류입니다.', en: 'It is another document.' },
  illegible: { ko: '글자를 읽을 수 없습니다.', en: 'It cannot be read.' },
  incomplete: { ko: '빠진 부분이 있습니다.', en: 'Something is missing in it.' },
  other: { ko: '그 밖의 이유', en: 'Another reason' },
};

/** What whoever has sent a file is told of it when the browser comes back. */
export const cameBack: Readonly<Record<Exclude<DocumentState, 'RETURNED' | 'REFUSED'>, Text>> = {
  WAITING: {
    ko: '파일이 도착했는지 확인하고 있습니다. 보통 몇 초면 됩니다. 잠시 뒤 아래의 ‘새로 고침’을 눌러 주십시오. 닫으셔도 보내신 파일은 그대로 처리됩니다.',
    en: 'We are looking whether the file has arrived, which takes some seconds. Reload this page in a moment. If you close it, your file is taken in all the same.',
  },
  ARRIVED: {
    ko: '파일이 도착하여 악성 코드가 있는지 검사하고 있습니다. 보통 1분 안에 끝납니다. 기다리지 않고 닫으셔도 됩니다.',
    en: 'The file has arrived and is being checked for malicious code. It is usually done within a minute. You need not wait for it.',
  },
  CLEAN: {
    ko: '파일을 접수했습니다. 담당자가 확인한 결과는 이 화면에서 알려 드립니다. 지금 하실 일은 없습니다.',
    en: 'We have received the file. What our team finds will be told on this page. There is nothing for you to do now.',
  },
  ACCEPTED: {
    ko: '담당자가 이 서류를 인정했습니다. 하실 일은 없습니다.',
    en: 'Our team has accepted this document. There is nothing for you to do.',
  },
  LAPSED: {
    ko: '시간 안에 파일이 오지 않았습니다. 다시 보내 주십시오.',
    en: 'No file came in time. Please send it again.',
  },
  ERASED: { ko: '파기된 서류입니다.', en: 'This document was erased.' },
};

/** The same of what nobody accepts or returns. */
export const onlyRead = {
  state: { ko: '접수됨: 지원서와 함께 심사합니다', en: 'Received: reviewed together with your application' },
  cameBack: {
    ko: '파일을 접수했습니다. 지원서를 제출하시면 함께 심사합니다. 이 서류로 더 하실 일은 없습니다.',
    en: 'We have received the file. It is reviewed together with your application once you have sent that. There is nothing more to do for this document.',
  },
} as const satisfies Record<string, Text>;

/** Where a slot stands, in words. */
export const slotStateText = (state: SlotState, { isOnlyRead }: { readonly isOnlyRead?: true }): Text =>
  isOnlyRead && state === 'undecided' ? onlyRead.state : slotStateTexts[state];

/** Why no file can be sent now. */
export const notNow = {
  closed: {
    ko: '제출 기한이 지나 더 보내실 수 없습니다. 이미 보내신 파일은 그대로 처리됩니다.',
    en: 'The time for sending is over. What you have sent before is dealt with all the same.',
  },
  accepted: {
    ko: '이 서류는 인정되어 더 보내실 필요가 없습니다.',
    en: 'This document is accepted: no more has to be sent.',
  },
  'too-many': {
    ko: '이 서류로 보내실 수 있는 횟수를 넘었습니다. 담당자에게 문의해 주십시오.',
    en: 'Too many files were sent for this document. Please ask our team.',
  },
} as const satisfies Record<string, Text>;
