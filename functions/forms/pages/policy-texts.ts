/** The privacy policy, in the order of PIPA art. 30 (1) and art. 31 of its decree. */
export const privacyWords = {
  title: { ko: '개인정보 처리방침', en: 'Privacy policy' },
  lead: {
    ko: '「개인정보 보호법」 제30조에 따라, 서울 핀테크 아카데미가 어떤 개인정보를 왜 처리하고 언제 파기하는지 알려 드립니다. 아래 내용은 지금 운영하는 모집의 동의서와 같습니다.',
    en: 'Which personal data Seoul Fintech Academy processes, what for, and when it is erased, as article 30 of the Personal Information Protection Act wants it told. It says what the consents of the rounds say.',
  },
  collected: { ko: '처리 목적, 항목, 보유 기간', en: 'Purposes, data and how long it is kept' },
  provided: { ko: '제3자 제공', en: 'Who else receives data' },
  providedText: {
    ko: '아래 동의를 하신 분의 개인정보만, 동의하신 범위에서 제공합니다. 그 밖에는 법률에 특별한 규정이 있는 경우에만 제공합니다.',
    en: 'Only with the consents below, and only as far as they go; otherwise only where a law demands it.',
  },
  providedNone: { ko: '제3자에게 제공하지 않습니다.', en: 'Nobody else receives data.' },
  required: { ko: '필수', en: 'required' },
  optional: { ko: '선택', en: 'optional' },
  rounds: { ko: '해당 모집', en: 'Rounds' },
  recipient: { ko: '제공받는 자', en: 'Recipient' },
  purpose: { ko: '수집·이용 목적', en: 'Purpose' },
  items: { ko: '수집 항목', en: 'Data' },
  retention: { ko: '보유·이용 기간', en: 'Kept for' },
  refusal: { ko: '동의를 거부할 권리와 불이익', en: 'Right to refuse, and what follows' },
  erasing: { ko: '파기 절차와 방법', en: 'How data is erased' },
  erasingText: {
    ko: '보유 기간이 끝나면 매일 자동으로 확인하여, 되살릴 수 없도록 덮어써 지체 없이 파기합니다. 제출하지 않은 지원서는 접수 마감 뒤 90일이 지나면 파기합니다. 백업은 35일이 지나면 지워집니다. 결정과 그 이유의 기록은 개인을 알아볼 수 없게 남깁니다.',
    en: 'Every day we check whose time is over, and overwrite the data so that it cannot be restored. An application that was never sent is erased 90 days after the closing. Backups are gone after 35 days. What was decided and why is kept without anything that tells who it was about.',
  },
  processors: { ko: '처리 위탁', en: 'Who works for us' },
  processorsText: {
    ko: '서버 운영과 메일 발송을 아마존웹서비스(AWS)에 위탁하며, 데이터는 서울 리전에 보관합니다. 위탁받은 자는 위탁한 업무 말고 다른 목적으로 개인정보를 처리하지 않습니다.',
    en: 'Amazon Web Services runs the servers and delivers the mails; the data is stored in its Seoul region. It processes the data for nothing else.',
  },
  rights: { ko: '정보주체의 권리와 행사 방법', en: 'Your rights' },
  rightsText: {
    ko: '언제든지 개인정보의 열람, 정정·삭제, 처리 정지를 요구하거나 동의를 철회하실 수 있습니다. 접수 기간에는 지원 현황 화면에서 직접 고치거나 지원을 취소하실 수 있고, 그 밖에는 아래 담당 부서로 전화하거나 메일을 보내시면 10일 안에 처리하고 알려 드립니다. 법정대리인이나 위임을 받은 분을 통해서도 하실 수 있습니다.',
    en: 'At any time you may see your data, have it corrected or erased, have its processing stopped, or withdraw a consent. While applications are open you can change or withdraw yours on its own page; for anything else telephone or write to the office below, and you have an answer within 10 days. A legal representative or somebody you authorise may do so for you.',
  },
  decisions: {
    ko: '지원 자격을 벗어난 지원서도 자동으로 탈락시키지 않으며 담당자가 직접 판단합니다. 순위는 심사위원의 점수로 계산하고 선발위원이 승인합니다.',
    en: 'No application is refused by the system: whoever does not meet a condition is looked at by an officer. Ranks are computed from the reviewers’ scores and approved by a committee.',
  },
  safety: { ko: '안전성 확보 조치', en: 'How data is kept safe' },
  safetyItems: [
    {
      ko: '저장과 전송 구간을 모두 암호화하고, 업무에 필요한 사람만 자신에게 요청된 건을 볼 수 있습니다.',
      en: 'Data is encrypted where it lies and on its way, and staff see only what they are asked about.',
    },
    {
      ko: '개인정보를 열람하거나 내려받은 기록, 결정과 변경의 기록을 위조할 수 없게 남기고 점검합니다.',
      en: 'Who looks at data, downloads it, decides or changes something is recorded in a way that cannot be forged.',
    },
    {
      ko: '심사위원에게는 이름과 연락처 없이 심사에 필요한 답변만 보여 드립니다.',
      en: 'Reviewers see the answers that they need, without name or contact.',
    },
  ],
  cookies: { ko: '자동 수집 장치(쿠키)', en: 'Cookies' },
  cookiesText: {
    ko: '작성 중인 지원서를 이어서 열기 위한 쿠키(최대 120일)와 선택하신 언어를 기억하는 쿠키(1년)만 쓰며, 이용 행태를 분석하거나 광고에 쓰지 않습니다. 브라우저 설정에서 쿠키를 거부하실 수 있으나, 그러면 지원서를 작성할 수 없습니다.',
    en: 'There is one that opens your application again in this browser (for up to 120 days) and one that remembers your language (for a year). None is used for analysis or advertising. You can refuse cookies in your browser, but then the form cannot be filled in.',
  },
  office: { ko: '개인정보 보호 담당 부서와 문의처', en: 'Whom to write to' },
  officeText: {
    ko: '개인정보에 관한 문의, 열람 청구, 불만 처리와 피해 구제를 아래에서 맡습니다.',
    en: 'Questions, requests to see data, and complaints are taken here.',
  },
  name: { ko: '담당 부서', en: 'Office' },
  nameText: { ko: '서울 핀테크 아카데미 운영팀', en: 'Seoul Fintech Academy, operations' },
  phone: { ko: '전화', en: 'Telephone' },
  email: { ko: '이메일', en: 'E-mail' },
  remedies: { ko: '권익 침해를 당하셨을 때', en: 'If your rights were violated' },
  remediesText: {
    ko: '개인정보분쟁조정위원회(1833-6972), 개인정보침해신고센터(118), 대검찰청(1301), 경찰청(182)에 상담이나 구제를 신청하실 수 있습니다.',
    en: 'You can turn to the Personal Information Dispute Mediation Committee (1833-6972), the Privacy Violation Report Centre (118), the Supreme Prosecutors’ Office (1301) or the police (182).',
  },
  changes: { ko: '처리방침의 변경', en: 'Changes' },
  changesText: {
    ko: '내용이 바뀌면 이 화면에 바로 반영되며, 지원하신 뒤에 바뀐 동의서는 다시 동의를 받아야 적용됩니다.',
    en: 'A change appears on this page at once. A consent that was changed after you applied holds for you only if you agree to it.',
  },
} as const;

export const accessibilityWords = {
  title: { ko: '접근성 안내', en: 'Accessibility' },
  lead: {
    ko: '누구나 혼자서 지원할 수 있도록 한국형 웹 콘텐츠 접근성 지침(KWCAG) 2.2와 WCAG 2.2 AA를 기준으로 만들었습니다.',
    en: 'Everybody should be able to apply without help. These pages are made to KWCAG 2.2 and WCAG 2.2, level AA.',
  },
  can: { ko: '이렇게 이용하실 수 있습니다', en: 'How you can use these pages' },
  canItems: [
    {
      ko: '마우스 없이 키보드만으로 모든 화면을 이용하실 수 있습니다.',
      en: 'By keyboard alone, without a mouse.',
    },
    {
      ko: '화면 낭독기로 제목, 항목, 오류를 들으실 수 있고, 오류마다 해당 칸으로 가는 링크가 있습니다.',
      en: 'With a screen reader: headings, fields and errors are announced, and each error links to its field.',
    },
    {
      ko: '글자를 200%까지 키우거나 휴대전화로 보아도 내용이 잘리지 않습니다.',
      en: 'Enlarged to 200 %, or on a phone, without anything cut off.',
    },
    {
      ko: '자바스크립트를 끄거나 인쇄해도 그대로 쓰실 수 있습니다.',
      en: 'Without JavaScript, and printed.',
    },
    {
      ko: '한국어와 영어를 언제든지 바꾸실 수 있으며, 입력하신 내용은 그대로 남습니다.',
      en: 'In Korean or English: you can switch at any point and keep what you typed.',
    },
  ],
  limits: { ko: '아직 부족한 점', en: 'What falls short' },
  limitsText: {
    ko: '선발 확인서(PDF)는 태그가 있는 문서이지만 모든 화면 낭독기에서 확인하지는 못했습니다. 수어 영상과 쉬운 말 안내는 아직 없습니다. 필요하시면 아래로 알려 주십시오. 다른 방법으로 안내해 드립니다.',
    en: 'The letter (PDF) is a tagged document, but has not been tried with every screen reader. There is no sign language video and no version in plain language yet. Tell us what you need, and we find another way.',
  },
  tested: { ko: '점검 방법', en: 'How it is checked' },
  testedText: {
    ko: '화면을 고칠 때마다 모든 화면을 두 언어와 여러 화면 크기에서 자동 점검 도구(axe)와 키보드로 확인합니다.',
    en: 'At every change all pages are checked in both languages and several sizes, with an automatic tool (axe) and by keyboard.',
  },
  help: { ko: '도움이 필요하시면', en: 'If you need help' },
  helpText: {
    ko: '이용하기 어려운 화면이 있거나 전화 등 다른 방법으로 지원하셔야 하면 알려 주십시오.',
    en: 'Tell us if a page is hard to use, or if you need to apply in another way, for instance by telephone.',
  },
} as const;
