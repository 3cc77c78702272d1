import { copySessionMinutes } from '../../agreements/copy-session.ts';
import { workMinutes } from '../../checklists/work-minutes.ts';
import { lookMinutes } from '../../codes/code.ts';
import { deskMinutes } from '../../desk/open-desk.ts';
import { backMinutes } from '../../desk/pages/sign-in.ts';
import { draftDays } from '../../rounds/placeholders.ts';
import { keyDays } from '../../sessions/session.ts';
import { hoursText, lengthText } from '../../shared/i18n.ts';

const unsent = lengthText(draftDays, 'days');
const cookies = {
  code: hoursText(lookMinutes),
  key: lengthText(keyDays, 'days'),
  desk: hoursText(deskMinutes),
  back: hoursText(backMinutes),
  copy: hoursText(copySessionMinutes),
  work: hoursText(workMinutes),
};
/** As long as the script of the pages keeps a copy (`lifeOfCopy`), which imports nothing and is imported by no page. */
const copies = lengthText(24, 'hours');

/** The privacy policy, in the order of PIPA art. 30 (1) and art. 31 of its decree. */
export const privacyWords = {
  title: { ko: '개인정보 처리방침', en: 'Privacy policy' },
  lead: {
    ko: '서울 핀테크 아카데미는 「개인정보 보호법」 제30조에 따라 어떤 개인정보를 어떤 목적으로 처리하고 언제 파기하는지 알려 드립니다. 지원자에 관한 내용은 지금 운영하는 모집의 동의서와 같습니다.',
    en: 'This policy tells you which personal data Seoul Fintech Academy processes, for what purpose, and when it is erased (Personal Information Protection Act, article 30). What it says about applicants is the same as the consents of our current rounds.',
  },
  collected: { ko: '처리 목적, 항목, 보유 기간', en: 'Purposes, data and how long it is kept' },
  provided: { ko: '제3자 제공', en: 'Who we share data with' },
  providedText: {
    ko: '아래 동의를 하신 분의 개인정보만, 동의하신 범위에서 제공합니다. 그 밖에는 법률에 특별한 규정이 있는 경우에만 제공합니다.',
    en: 'We share data only if you have given one of the consents below, and only as it says. Otherwise we share data only if a law requires it.',
  },
  providedNone: {
    ko: '지원자의 개인정보는 제3자에게 제공하지 않습니다.',
    en: 'We do not share the data of applicants with anybody.',
  },
  required: { ko: '필수', en: 'required' },
  optional: { ko: '선택', en: 'optional' },
  rounds: { ko: '해당 모집', en: 'Rounds' },
  erasing: { ko: '파기 절차와 방법', en: 'How data is erased' },
  erasingText: {
    ko: `보유 기간이 끝나면 매일 자동으로 확인하여, 되살릴 수 없도록 덮어써 지체 없이 파기합니다. 제출하지 않은 지원서는 접수 마감 뒤 ${unsent.ko}이 지나면 파기합니다. 백업은 35일이 지나면 파기됩니다. 결정과 그 이유의 기록은 개인을 알아볼 수 없게 남깁니다.`,
    en: `Every day we check which data is no longer needed, and overwrite it so that it cannot be restored. We erase an application that was never sent ${unsent.en} after the closing date. We delete backups after 35 days. We keep what was decided and why, without anything that identifies you.`,
  },
  processors: { ko: '처리 위탁', en: 'Who processes data for us' },
  processorsText: {
    ko: '서버 운영과 이메일 발송을 아마존웹서비스(AWS)에 위탁하며, 개인정보는 서울 리전에 보관합니다. 위탁받은 자는 위탁한 업무 외의 목적으로 개인정보를 처리하지 않습니다.',
    en: 'Amazon Web Services runs our servers and sends our emails. The data is stored in its Seoul region. It does not process the data for any other purpose.',
  },
  rights: { ko: '정보주체의 권리와 행사 방법', en: 'Your rights' },
  rightsText: {
    ko: '언제든지 개인정보의 열람, 정정·삭제, 처리 정지를 요구하거나 동의를 철회하실 수 있습니다. 접수 기간에는 지원 현황 화면에서 직접 수정하거나 지원을 취소하실 수 있고, 그 밖의 요구는 아래 담당 부서에 전화하거나 이메일을 보내 주시면 10일 안에 처리하고 알려 드립니다. 법정대리인이나 위임을 받은 분을 통해서도 하실 수 있습니다.',
    en: 'At any time you can ask to see your data, to have it corrected or erased or its processing stopped, and you can withdraw a consent. While applications are open, you can change or withdraw your application on its page. For anything else, call or email the office below. We will answer within 10 days. A legal representative or somebody you authorise can do this for you.',
  },
  decisions: {
    ko: '지원 자격을 충족하지 않는 지원서도 자동으로 탈락시키지 않으며 담당자가 직접 판단합니다. 순위는 심사위원의 점수로 계산하고 선발위원이 승인합니다.',
    en: 'Nobody is refused automatically. If you do not meet the eligibility criteria, our team checks your application. Ranks are calculated from the scores of the reviewers and approved by a committee.',
  },
  safety: { ko: '안전성 확보 조치', en: 'How data is kept safe' },
  safetyItems: [
    {
      ko: '저장과 전송 구간을 모두 암호화하고, 담당자는 자신이 맡은 건만 볼 수 있습니다.',
      en: 'We encrypt data when we store and send it. Staff see only what they need to decide on.',
    },
    {
      ko: '개인정보를 열람하거나 내려받은 기록, 결정과 변경의 기록을 위·변조할 수 없게 남기고 점검합니다.',
      en: 'We record who sees or downloads data and who decides or changes something. These records cannot be forged.',
    },
    {
      ko: '심사위원에게는 이름과 연락처를 빼고 심사에 필요한 답변만 보여 줍니다.',
      en: 'Reviewers see only the answers that they need, without names or contact details.',
    },
  ],
  cookies: { ko: '자동 수집 장치(쿠키)', en: 'Cookies' },
  cookiesText: {
    ko: `이메일 인증 번호를 확인하기 위한 쿠키(${cookies.code.ko}), 작성 중인 지원서를 이어서 열기 위한 쿠키(최대 ${cookies.key.ko}), 선택하신 언어를 기억하는 쿠키(1년)만 쓰며, 이용 행태를 분석하거나 광고에 쓰지 않습니다. 담당자의 브라우저에는 업무함을 열어 두기 위한 쿠키(${cookies.desk.ko})와 업무함을 열고 나서 보던 화면으로 돌아가기 위한 쿠키(${cookies.back.ko})를 더 씁니다. 협약서에 서명하실 때는 인증 번호를 확인하는 쿠키(${cookies.code.ko})와 서명한 사본을 보내는 동안의 쿠키(${cookies.copy.ko})를, 준비할 일을 알려 주실 때는 서류를 보내는 동안의 쿠키(${cookies.work.ko})를 씁니다. 입력하고 아직 보내지 않은 내용은 잃어버리지 않도록 브라우저에만 사본을 두며, 보내거나 ‘이 브라우저에서 지원서 닫기’를 누르거나 ${copies.ko}이 지나면 지웁니다. 브라우저 설정에서 쿠키를 거부하실 수 있으나, 그러면 지원서를 작성할 수 없습니다.`,
    en: `We use three cookies: one to check the code that we sent to your email address (for ${cookies.code.en}), one to open your application again in this browser (for up to ${cookies.key.en}), and one to remember your language (for a year). We do not use cookies for analysis or advertising. For our staff there are two more: one to keep their desk open (for ${cookies.desk.en}), and one to return to the page they wanted after they open it (for ${cookies.back.en}). When you sign an agreement, one checks the code (for ${cookies.code.en}) and one lets you send a signed copy (for ${cookies.copy.en}); when you report what you have prepared, one lets you send documents (for ${cookies.work.en}). So that nothing is lost, what you have entered and not sent is also kept in your browser only, until you send it or close your application in this browser, and for ${copies.en} at most. You can refuse cookies in your browser, but then you cannot fill in the form.`,
  },
  office: { ko: '개인정보 보호 담당 부서와 문의처', en: 'Who to contact' },
  officeText: {
    ko: '개인정보에 관한 문의, 열람 청구, 불만 처리와 피해 구제를 아래에서 맡습니다.',
    en: 'Contact us here with questions, requests to see your data, and complaints.',
  },
  name: { ko: '담당 부서', en: 'Office' },
  nameText: { ko: '서울 핀테크 아카데미 운영팀', en: 'Seoul Fintech Academy, operations' },
  phone: { ko: '전화', en: 'Telephone' },
  email: { ko: '이메일', en: 'Email' },
  remedies: { ko: '권익 침해를 구제받으시려면', en: 'If your rights were violated' },
  remediesText: {
    ko: '개인정보분쟁조정위원회(1833-6972), 개인정보침해신고센터(118), 대검찰청(1301), 경찰청(182)에 상담이나 구제를 신청하실 수 있습니다.',
    en: 'You can contact the Personal Information Dispute Mediation Committee (1833-6972), the Privacy Violation Report Centre (118), the Supreme Prosecutors’ Office (1301) or the police (182).',
  },
  changes: { ko: '처리방침의 변경', en: 'Changes' },
  changesText: {
    ko: '내용이 바뀌면 이 화면에 바로 알려 드립니다. 지원하신 뒤에 동의서가 바뀌면 다시 동의하신 경우에만 적용합니다.',
    en: 'Changes appear on this page straight away. If a consent changes after you have applied, it applies to you only if you agree to it.',
  },
} as const;

export const accessibilityWords = {
  title: { ko: '접근성 안내', en: 'Accessibility' },
  lead: {
    ko: '누구나 혼자서 지원할 수 있도록 한국형 웹 콘텐츠 접근성 지침(KWCAG) 2.2와 WCAG 2.2 AA를 기준으로 만들었습니다.',
    en: 'We want everybody to be able to apply without help. These pages follow KWCAG 2.2 and WCAG 2.2, level AA.',
  },
  can: { ko: '이렇게 이용하실 수 있습니다', en: 'How you can use these pages' },
  canItems: [
    {
      ko: '마우스 없이 키보드만으로 모든 화면을 이용하실 수 있습니다.',
      en: 'You can use all pages with only a keyboard.',
    },
    {
      ko: '화면 낭독기로 제목, 항목, 오류를 들으실 수 있고, 오류마다 해당 칸으로 가는 링크가 있습니다.',
      en: 'You can use a screen reader. Headings, fields and errors are announced, and each error links to its field.',
    },
    {
      ko: '글자를 200%까지 키우거나 휴대전화로 보아도 내용이 잘리지 않습니다.',
      en: 'You can enlarge the text to 200% or use a phone, and nothing is cut off.',
    },
    {
      ko: '자바스크립트를 끄고도 모든 화면을 이용하실 수 있으며, 인쇄하실 수 있습니다.',
      en: 'You can use all pages without JavaScript, and print them.',
    },
    {
      ko: '한국어와 영어를 언제든지 바꾸실 수 있으며, 입력하신 내용은 그대로 남습니다.',
      en: 'You can switch between Korean and English at any time and keep what you have entered.',
    },
  ],
  limits: { ko: '아직 부족한 점', en: 'What is not accessible yet' },
  limitsText: {
    ko: '선발 확인서와 강사료 지급 명세서(PDF)는 태그가 있는 문서이지만 모든 화면 낭독기에서 확인하지는 못했습니다. 수어 영상과 쉬운 말 안내는 아직 없습니다. 필요하시면 아래로 알려 주십시오. 다른 방법으로 안내해 드립니다.',
    en: 'The confirmation letter and the pay statement (PDF) are tagged documents, but we have not tested them with every screen reader. There is no sign language video and no easy-read version yet. Tell us what you need, and we will find another way.',
  },
  tested: { ko: '점검 방법', en: 'How we test these pages' },
  testedText: {
    ko: '화면을 변경할 때마다 모든 화면을 두 언어와 여러 화면 크기에서 자동 점검 도구(axe)와 키보드로 확인합니다.',
    en: 'We test all pages at every change, in both languages and several screen sizes, with an automatic tool (axe) and by keyboard.',
  },
  help: { ko: '도움이 필요하시면', en: 'If you need help' },
  helpText: {
    ko: '이용하기 어려운 화면이 있거나 전화 등 다른 방법으로 지원하셔야 하면 알려 주십시오.',
    en: 'Tell us if a page is hard to use, or if you need to apply in another way, for example by telephone.',
  },
} as const;
