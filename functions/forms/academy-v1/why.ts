import { longText } from '../../shared/text/normalise.ts';
import { applicationPage } from '../form.ts';

const essay = { minLength: 50, maxLength: 1000, schema: longText({ min: 50, max: 1000 }) };

export const why = applicationPage({
  id: 'why',
  title: { ko: '지원 동기와 계획', en: 'Why you apply' },
  fields: {
    motivation: {
      ...essay,
      widget: 'textarea',
      label: { ko: '지원 동기', en: 'Your motivation' },
      hint: {
        ko: '왜 핀테크를 배우려고 하는지, 지금까지 무엇을 해 보았는지 써 주십시오.',
        en: 'Why you want to learn fintech, and what you have tried so far.',
      },
      missing: { ko: '지원 동기를 써 주십시오.', en: 'Write about your motivation.' },
      data: { purpose: { ko: '교육생 선발', en: 'To select participants' }, retention: 'application' },
    },
    plan: {
      ...essay,
      widget: 'textarea',
      label: { ko: '수료 후 계획', en: 'Your plan after the course' },
      hint: {
        ko: '과정을 수료한 뒤 배운 것을 어디에 어떻게 쓸 것인지 써 주십시오.',
        en: 'Where and how you will use what you learn after the course.',
      },
      missing: { ko: '수료 후 계획을 써 주십시오.', en: 'Write about your plan after the course.' },
      data: { purpose: { ko: '교육생 선발', en: 'To select participants' }, retention: 'application' },
    },
  },
});
