import type { Text } from '../../../functions/shared/i18n.ts';
import { answers, type FilledForm } from '../applicants.ts';
import type { FormFields, Visitor } from '../visitor.ts';

/** One page as a browser gets to it: an address, or what is posted there, by somebody. */
export interface Visit {
  /** Names the page's state, for messages and for the files of pictures. */
  readonly name: string;
  readonly path: string;
  readonly by?: Visitor;
  /** In this language only: a page that comes once. */
  readonly lang?: 'ko' | 'en';
  readonly post?: FormFields;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: number;
  /** How the heading begins. */
  readonly heading: Text;
}

export const statusHeading = { ko: '지원 현황', en: 'Your application' };

export const unsavedHeading = { ko: '아직 보내지 않으신 내용이 있습니다', en: 'You have not sent what you entered' };
export const decidedAlready = { ko: '이미 결정된 요청입니다', en: 'This has been decided already' };
export const bothHeading = {
  ko: '다른 곳에서 저장하신 내용이 있습니다',
  en: 'You have saved something else in the meantime',
};

export interface Typing {
  readonly lang: 'ko' | 'en';
  readonly person: () => FilledForm;
  readonly question: string;
  readonly reply: string;
  readonly reason: string;
}

const essay =
  'I have built payment services for three years and want to understand the rules behind them. After the course I want to start a service for small shops.';

/** Everything that people type, in one language, so that a word of the other on a page is one of ours. */
export const typing: Readonly<Record<'ko' | 'en', Typing>> = {
  ko: {
    lang: 'ko',
    person: () => answers({ attendance: { accessibility: '앞자리에 앉을 수 있게 해 주십시오.' } }),
    question: '적어 주신 생년월일이 신분증과 같은지 확인해 주십시오. 다르면 고쳐 주십시오.',
    reply: '태어난 해를 잘못 적었습니다. 1998년이 맞습니다.',
    reason: '첫 수업일인 2027년 3월 8일에 만 19세가 되지 않아 이번 기수에는 함께할 수 없습니다.',
  },
  en: {
    lang: 'en',
    person: () =>
      answers({
        'about-you': { name: 'Alex Kim' },
        why: { motivation: essay, plan: essay },
        attendance: { accessibility: 'A seat near the front, please.' },
      }),
    question: 'Please check that the date of birth is the one on your identity card, and correct it if it is not.',
    reply: 'I mistyped the year. It is 1998.',
    reason: 'You will not be 19 on the first day, 8 March 2027, so we cannot offer you a place in this cohort.',
  },
};

/** The same person, too young on the first day: an officer has to decide. */
export const young = (form: FilledForm): FilledForm => ({
  ...form,
  'about-you': { ...form['about-you'], 'birthDate.year': '2012' },
});
