import { longText } from '../../shared/text/normalise.ts';
import { applicationPage } from '../form.ts';

const purpose = { ko: '연장 심사', en: 'To decide about the extension' };

export const achieved = applicationPage({
  id: 'achieved',
  title: { ko: '그동안 이룬 것', en: 'What you have achieved' },
  lead: {
    ko: '분기마다 보고하신 인원, 매출, 투자와 주요 성과는 심사위원에게 함께 보여 드리므로 다시 적지 않으셔도 됩니다.',
    en: 'Reviewers see the staff, revenue, investment and milestones of your quarterly reports, so that you need not repeat them.',
  },
  fields: {
    achieved: {
      widget: 'textarea',
      label: { ko: '입주하신 뒤에 이룬 것', en: 'What you have achieved since you moved in' },
      hint: {
        ko: '지난 계획 가운데 무엇을 이루었고 무엇을 이루지 못했는지, 그 까닭과 함께 써 주십시오. 랩의 어떤 지원이 도움이 되었는지도 알려 주십시오.',
        en: 'What of your last plan you have achieved, what not, and why. Tell us, too, which support of the Lab has helped.',
      },
      missing: { ko: '입주하신 뒤에 이룬 것을 써 주십시오.', en: 'Write what you have achieved since you moved in.' },
      minLength: 50,
      maxLength: 1500,
      schema: longText({ min: 50, max: 1500 }),
      data: { purpose, retention: 'enrolment' },
    },
    changes: {
      widget: 'textarea',
      label: { ko: '그동안 달라진 것', en: 'What has changed' },
      hint: {
        ko: '제품, 고객, 구성원, 지분처럼 입주하실 때와 달라진 것이 있으면 써 주십시오.',
        en: 'For example the product, customers, team or owners, if they are not as they were when you moved in.',
      },
      optional: true,
      schema: longText({ max: 1000 }),
      maxLength: 1000,
      data: { purpose, retention: 'application' },
    },
  },
});
