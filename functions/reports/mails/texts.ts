import type { Text } from '../../shared/i18n.ts';

/** The words of the mails about reports. */
export const reportMailWords = {
  asked: {
    subject: (quarter: Text, due: Text): Text => ({
      ko: `${quarter.ko} 보고서를 보내 주십시오 (${due.ko})`,
      en: `Send your report for ${quarter.en} (${due.en})`,
    }),
    preheader: { ko: '인원, 매출, 투자와 성과를 알려 주십시오.', en: 'People, revenue, investment and milestones.' },
    text: {
      ko: '분기가 끝났습니다. 인원, 매출, 투자 유치액과 성과를 기한까지 알려 주십시오. 10분이면 충분합니다.',
      en: 'The quarter is over. Tell us about people, revenue, investment and milestones by the due date. It takes ten minutes.',
    },
  },
  reminder: {
    subject: (quarter: Text, due: Text): Text => ({
      ko: `${quarter.ko} 보고서를 기다리고 있습니다 (${due.ko})`,
      en: `We are waiting for your report for ${quarter.en} (${due.en})`,
    }),
    preheader: { ko: '아직 보고서가 오지 않았습니다.', en: 'Your report is not there yet.' },
    text: {
      ko: '아직 보고서가 오지 않았습니다. 기한까지 보내 주십시오.',
      en: 'Your report is not there yet. Send it by the due date.',
    },
  },
  overdue: {
    subject: (quarter: Text, due: Text): Text => ({
      ko: `${quarter.ko} 보고서의 기한이 지났습니다 (${due.ko})`,
      en: `Your report for ${quarter.en} is late (${due.en})`,
    }),
    preheader: { ko: '지금이라도 보내 주십시오.', en: 'You can still send it.' },
    text: {
      ko: '보고서의 기한이 지났습니다. 지금이라도 보내 주십시오. 보내실 때까지 다시 알려 드립니다. 다음 보고서의 기한은 그대로입니다.',
      en: 'Your report is late. You can still send it; we write again until it is there. The next report is due as before.',
    },
  },
  sent: {
    subject: (quarter: Text): Text => ({
      ko: `${quarter.ko} 보고서를 받았습니다`,
      en: `We have your report for ${quarter.en}`,
    }),
    preheader: { ko: '제출하신 내용을 확인하실 수 있습니다.', en: 'You can look at what you sent.' },
    text: {
      ko: '보고서를 받았습니다. 제출하신 내용은 아래에서 확인하실 수 있습니다.',
      en: 'We have your report. You can look at what you sent.',
    },
    open: { ko: '보고서 보기', en: 'See the report' },
    private: {
      ko: '지원하실 때의 이메일로 로그인하시면 볼 수 있습니다.',
      en: 'It opens once you have signed in with the email address of your application.',
    },
  },
  corrected: {
    subject: (quarter: Text): Text => ({
      ko: `수정하신 ${quarter.ko} 보고서를 받았습니다`,
      en: `We have your corrected report for ${quarter.en}`,
    }),
    preheader: { ko: '먼저 보내신 내용도 남아 있습니다.', en: 'What you sent before is kept, too.' },
    text: {
      ko: '수정하여 보내신 보고서를 받았습니다. 먼저 보내신 내용도 남아 있습니다.',
      en: 'We have the corrected version of your report. What you sent before is kept, too.',
    },
  },
  late: {
    subject: (startup: string, quarter: Text, due: Text): Text => ({
      ko: `${startup}의 ${quarter.ko} 보고서가 오지 않았습니다 (${due.ko})`,
      en: `${startup}: the report for ${quarter.en} is late (${due.en})`,
    }),
    preheader: { ko: '입주 기업에 다시 알렸습니다.', en: 'The startup has been asked again.' },
    text: {
      ko: '아래 보고서가 기한까지 오지 않아 입주 기업에 다시 알렸습니다. 올 때까지 영업일 5일마다 다시 알립니다.',
      en: 'This report was not there in time. The startup has been asked again, and will be every five working days until it is there.',
    },
    open: { ko: '보고서 목록 보기', en: 'See the reports' },
  },
  open: { ko: '보고서 쓰기', en: 'Write the report' },
  private: {
    ko: '이 링크로 귀사의 보고서를 보낼 수 있습니다. 다른 사람에게 전달하지 마십시오.',
    en: 'With this link your report can be sent. Do not forward it.',
  },
} as const;
