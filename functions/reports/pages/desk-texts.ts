import type { Text } from '../../shared/i18n.ts';

/** The words of the reports at the desk. */
export const deskReportWords = {
  title: { ko: '분기 보고서', en: 'Quarterly reports' },
  lead: {
    ko: '입주 기업이 분기마다 보낸 보고서입니다. 열어 본 사람과 때는 기록에 남습니다.',
    en: 'What the startups report each quarter. Who looks at it, and when, is recorded.',
  },
  noRole: { ko: '랩 담당자만 볼 수 있습니다', en: 'This is for managers of the Lab' },
  noRoleText: {
    ko: '담당자가 바뀌었다면 운영자에게 알려 주십시오.',
    en: 'If this is your task now, tell an operator.',
  },
  noReport: { ko: '보고서를 찾을 수 없습니다', en: 'There is no such report' },
  noReportText: { ko: '목록에서 다시 선택해 주십시오.', en: 'Choose one from the list.' },
  hidden: { ko: '이 기업은 볼 수 없습니다', en: 'This startup is not shown to you' },
  hiddenText: {
    ko: '이해관계가 있어 다른 담당자가 보고서를 봅니다.',
    en: 'You have an interest in it, so a colleague looks at its reports.',
  },
  back: { ko: '보고서 목록으로', en: 'To all reports' },
  none: {
    ko: '아직 보고서가 없습니다. 입주 기업에는 분기가 끝난 다음 날 요청합니다.',
    en: 'There is no report yet. Startups are asked on the day after a quarter.',
  },
  show: { ko: '이 분기로 보기', en: 'Show this quarter' },
  all: { ko: '모든 분기', en: 'All quarters' },
  csv: { ko: 'CSV 파일 받기 (모든 분기)', en: 'Download all quarters as CSV' },
  state: { ko: '상태', en: 'State' },
  sent: { ko: '제출함', en: 'sent' },
  sentLate: { ko: '늦게 제출함', en: 'sent late' },
  open: { ko: '제출 전', en: 'not sent yet' },
  overdue: { ko: '기한이 지났으나 제출하지 않음', en: 'late, not sent' },
  dropped: { ko: '퇴거로 필요 없음', en: 'not needed: the startup has left' },
  versions: { ko: '제출 횟수', en: 'Versions' },
  reference: { ko: '접수 번호', en: 'Reference number' },
  due: { ko: '제출 기한', en: 'Due' },
  sentAt: { ko: '처음 제출한 때', en: 'First sent' },
  startupItself: { ko: '입주 기업', en: 'The startup' },
  formerStaff: { ko: '이전 담당자', en: 'Somebody who was of the staff' },
} as const satisfies Record<string, Text>;

export const reportsText = (count: number): Text => ({ ko: `${count}건`, en: String(count) });
