import wageRecords from '../../../rules/retention/wage-records.json' with { type: 'json' };
import type { Lang, Text } from '../../shared/i18n.ts';
import { SummaryList } from '../../shared/pages/components.tsx';

const { years } = wageRecords;

/** What is kept of who teaches, in the order of PIPA art. 30 (1): it rests on the contract and on tax law, and on no consent. */
export const lecturersPolicyWords = {
  title: { ko: '강사료를 받으시는 강사', en: 'Lecturers whom we pay' },
  basis: {
    ko: '강사의 개인정보는 강사료를 지급할 의무와 세법에 따라 처리합니다(「개인정보 보호법」 제15조 제1항 제2호·제4호). 주민등록번호는 수집하지 않습니다.',
    en: 'We process the data of lecturers to pay them and to meet our duties under tax law (Personal Information Protection Act, article 15 (1) 2 and 4). We do not collect resident registration numbers.',
  },
  purpose: { ko: '처리 목적', en: 'Purpose' },
  purposeText: {
    ko: '수업 시간표 편성과 안내, 강의 내역 확인, 강사료 계산과 지급, 강의료 상한 확인(「부정청탁 및 금품등 수수의 금지에 관한 법률」), 소득세와 지방소득세 원천징수, 지급 명세서 발급, 문의 응대',
    en: 'To plan and announce classes, check what was taught, calculate and pay fees, check the legal limit of fees (Improper Solicitation and Graft Act), withhold income tax and local income tax, issue pay statements and answer questions',
  },
  items: { ko: '처리 항목', en: 'Data' },
  itemsText: {
    ko: '이름, 이메일 주소, 안내받을 언어, 소속 기관, 강사 등급, 강의료 상한 구분, 지급 대상과 소득 구분, 강의 내역(날짜, 시간, 과목), 강사료 청구·승인·지급 내역, 은행, 계좌번호, 예금주',
    en: 'Name, email address, language, institution, grade, which limit of fees applies, who is paid and how it is taxed, what was taught (dates, times and courses), claims with their approvals and payments, bank, account number and account holder',
  },
  retention: { ko: '보유·이용 기간', en: 'How long we keep it' },
  retentionText: {
    ko: `강사료 지급 기록(이름, 지급 근거, 확인된 계좌, 강의와 지급 내역)은 해당 세금의 신고 기한이 지난 날부터 ${years}년 동안 보관하며(「국세기본법」 제85조의3 제2항), 그동안은 요청하셔도 파기하지 않습니다. 이메일 주소와 확인되지 않은 계좌는 요청하시면 지체 없이 파기합니다.`,
    en: `We keep the records of payments (name, what decides the fee, confirmed accounts, what was taught and paid) for ${years} years after the day by which the tax is declared (Framework Act on National Taxes, article 85-3 (2)), and cannot erase them before then, even if you ask. We erase your email address and any account that was not confirmed without delay if you ask.`,
  },
  safety: { ko: '계좌번호의 보호', en: 'How account numbers are protected' },
  safetyText: {
    ko: '화면과 이메일에는 마지막 네 자리만 표시하며, 전체 번호는 은행에 보내는 이체 파일에만 들어갑니다.',
    en: 'Pages and emails show only the last four digits. Only the file for the bank has the whole number.',
  },
  contact: { ko: '열람·정정 요청과 문의', en: 'Questions and requests' },
  contactText: {
    ko: '아래 ‘개인정보 보호 담당 부서와 문의처’로 연락해 주십시오.',
    en: 'Contact the office named below under “Who to contact”.',
  },
  provided: {
    ko: '강사료를 이체하는 은행에는 강사의 예금주, 계좌번호와 이체 금액을 제공합니다. 수업 시간표에는 강사의 이름과 소속 기관이 표시되며, 교육생과 협력기관이 봅니다.',
    en: 'The bank that transfers the fees of lecturers receives the account holder, the account number and the amount. The timetable shows the name and the institution of lecturers to participants and partner institutions.',
  },
} as const satisfies Record<string, Text>;

/** The part of the privacy policy about lecturers; it is there before there are any. */
export const LecturersPolicy = ({ lang }: { readonly lang: Lang }) => {
  const words = lecturersPolicyWords;
  return (
    <>
      <h3>{words.title[lang]}</h3>
      <p>{words.basis[lang]}</p>
      <SummaryList
        rows={[
          { term: words.purpose[lang], value: words.purposeText[lang] },
          { term: words.items[lang], value: words.itemsText[lang] },
          { term: words.retention[lang], value: words.retentionText[lang] },
          { term: words.safety[lang], value: words.safetyText[lang] },
          { term: words.contact[lang], value: words.contactText[lang] },
        ]}
      />
    </>
  );
};
