import { shortText } from '../../shared/text/normalise.ts';
import { aboutYou } from '../academy-v1/about-you.ts';
import { applicationPage } from '../form.ts';
import { kind } from '../lab-v1/kind.ts';
import { printed } from '../printed.ts';

const { name, latinName, email, mobile } = aboutYou.fields;

/** Who the startup is by now: a founder may have founded, a representative may be another. */
export const startup = applicationPage({
  id: 'startup',
  title: { ko: '기업과 대표자', en: 'Your startup' },
  lead: {
    ko: '입주하실 때의 내용을 미리 적어 두었습니다. 그 뒤에 바뀐 것만 수정해 주십시오. 접수 안내와 결과를 대표자에게 보내 드립니다.',
    en: 'We have filled in what we know from your residency. Correct only what has changed. We send the receipt and the result to your representative.',
  },
  fields: {
    kind: {
      ...kind.fields.kind,
      label: { ko: '지금의 유형', en: 'What you are now' },
      options: [
        {
          value: 'founder',
          label: { ko: '예비 창업자', en: 'Prospective founder' },
          hint: { ko: '아직 사업자 등록을 하지 않았습니다.', en: 'You have not registered a business yet.' },
        },
        {
          value: 'firm',
          label: { ko: '국내 기업', en: 'Firm in Korea' },
          hint: { ko: '사업자등록번호가 있습니다.', en: 'You have a Korean business registration number.' },
        },
        {
          value: 'foreign-firm',
          label: { ko: '외국 기업', en: 'Foreign firm' },
          hint: {
            ko: '외국에서 설립되어 아직 국내에 사업자 등록을 하지 않았습니다.',
            en: 'You are registered in another country, and not in Korea yet.',
          },
        },
      ],
      missing: { ko: '지금의 유형을 선택해 주십시오.', en: 'Choose what you are now.' },
      data: {
        purpose: { ko: '연장 심사', en: 'To decide about the extension' },
        retention: 'enrolment',
      },
    },
    startupName: {
      widget: 'text',
      label: { ko: '기업이나 팀의 이름', en: 'Name of the firm or team' },
      hint: {
        ko: '입주하신 뒤에 창업하셨거나 상호를 바꾸셨으면 지금의 이름을 입력해 주십시오.',
        en: 'The present name, if you have founded or changed it since you moved in.',
      },
      schema: printed(shortText({ min: 1, max: 100 })),
      missing: { ko: '기업이나 팀의 이름을 입력해 주십시오.', en: 'Enter the name of the firm or team.' },
      autocomplete: 'organization',
      maxLength: 100,
      data: {
        purpose: {
          ko: '기업 확인, 심사위원과의 이해관계 확인',
          en: 'To know the firm, and to make sure that nobody with a conflict of interest reviews your application',
        },
        retention: 'enrolment',
        identifies: true,
        affiliation: true,
      },
    },
    name: {
      ...name,
      label: { ko: '대표자의 이름', en: 'Name of your representative' },
      data: {
        ...name.data,
        purpose: { ko: '대표자 확인, 결과 안내', en: 'To know who represents you, and to tell you the result' },
      },
    },
    latinName,
    email,
    mobile,
  },
});
