import { shortText } from '../../shared/text/normalise.ts';
import { aboutYou } from '../academy-v1/about-you.ts';
import { applicationPage } from '../form.ts';
import { printed } from '../printed.ts';

const { name, latinName, birthDate, email, mobile } = aboutYou.fields;

/** The person who answers for the application: the founder, or who represents the firm. */
export const representative = applicationPage({
  id: 'representative',
  title: { ko: '대표자', en: 'Who represents you' },
  lead: {
    ko: '예비 창업자는 본인, 기업은 대표자의 정보를 입력해 주십시오. 접수 안내와 결과를 대표자에게 보내 드립니다.',
    en: 'You as the founder, or the person who represents the firm. We send the receipt and the result to this person.',
  },
  fields: {
    name: {
      ...name,
      data: {
        ...name.data,
        purpose: { ko: '대표자 확인, 결과 안내', en: 'To know who represents you, and to tell you the result' },
      },
    },
    latinName: {
      ...latinName,
      hint: {
        ko: '여권에 적힌 대로 로마자로 입력해 주십시오. 선발되시면 협약서와 확인서에 이 이름을 적고, 서명하실 때에도 이 이름을 입력합니다. 예: HONG GILDONG',
        en: 'As in your passport. If you are selected, this name is on the agreement and your confirmation letter, and you sign with it. For example HONG GILDONG',
      },
      data: {
        ...latinName.data,
        purpose: { ko: '협약서 작성, 확인서 발급', en: 'To write the agreement and your confirmation letter' },
      },
    },
    birthDate: {
      ...birthDate,
      data: {
        ...birthDate.data,
        purpose: {
          ko: '지원 자격(대표자의 나이)과 중복 지원 여부 확인',
          en: 'To check that the representative is old enough, and if they have already applied',
        },
      },
    },
    email,
    mobile,
    position: {
      widget: 'text',
      label: { ko: '직위', en: 'Position' },
      hint: { ko: '예: 대표, 공동 창업자', en: 'For example chief executive, co-founder' },
      schema: printed(shortText({ max: 60 })),
      optional: true,
      maxLength: 60,
      data: {
        purpose: { ko: '협약서 작성', en: 'To write the agreement' },
        retention: 'enrolment',
      },
    },
  },
});
