import type { Dependencies } from '../../../functions/app/dependencies.ts';
import type { Application } from '../../../functions/applications/application.ts';
import type { PersonRequest } from '../../../functions/requests/request.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import type { Place } from '../../../functions/seats/place.ts';
import type { Lang } from '../../../functions/shared/i18n.ts';
import { type Instant, instantSchema } from '../../../functions/shared/time.ts';
import { openRequest } from '../requests/requests.ts';

/** What a mail is made of, if it differs from the released round that all samples are about. */
export interface SampleFacts {
  readonly application?: Partial<Application>;
  /** The version of the answers; the first, if nothing is said. */
  readonly version?: number;
  readonly requests?: readonly PersonRequest[];
  readonly place?: Partial<Place>;
  readonly round?: Partial<Round>;
  /** Tables of which something else is read than what is stored. */
  readonly tables?: (deps: Dependencies) => Partial<Dependencies>;
}

export interface Sample {
  /** What sets it apart from other samples of the template. */
  readonly variant?: string;
  /** An applicant by how the round ended for them, or a person by their id. */
  readonly to:
    | 'selected'
    | 'waiting'
    | 'not selected'
    | { readonly person: string }
    | { readonly challenge: string }
    | { readonly lecturer: string }
    | { readonly signer: string }
    | { readonly party: string };
  readonly ids?: Readonly<Record<string, string | string[]>>;
  readonly facts?: SampleFacts;
}

/** The round that all samples are about. */
export const round = 'academy-2027h1';
/** When the results of the samples' round are out: Tuesday, 16 February 2027, 18:00 in Seoul. */
export const sampleTime: Instant = instantSchema.parse('2027-02-16T09:00:00Z');

/** Each of these is written by a person, and is as it was written in either language. */
export const words = (lang: Lang) =>
  lang === 'ko'
    ? {
        refusal: '첫 수업일에 만 19세가 되지 않습니다. 다음 기수에는 지원하실 수 있습니다.',
        question: '재직 중인 회사의 소재지를 알려 주십시오. 본점과 근무지가 다르면 근무지를 적어 주십시오.',
        cancelled: '교육장 사정으로 이번 기수를 열 수 없게 되었습니다. 다음 기수에 우선 안내해 드리겠습니다.',
        operator: '전화로 철회를 요청하셨습니다.',
        lookAgain:
          '두 번째 심사에서 경력 점수가 낮게 나온 까닭을 확인해 주십시오.\n경력증명서를 다시 보내 드릴 수 있습니다.',
        answer: '심사 의견을 다시 확인했습니다. 점수는 기준에 맞게 매겨졌습니다.',
      }
    : {
        refusal: 'You will not be 19 on the first day of class. You can apply for the next round.',
        question:
          'Where is the office in which you work? If it is not at the head office of the company, name your office.',
        cancelled: 'The site cannot be used this half year, so that this round cannot take place.',
        operator: 'You asked for it on the telephone.',
        lookAgain:
          'Please check why the second review gives so few points for experience.\nI can send the certificate again.',
        answer: 'We have read the reviews once more. The points follow the rubric.',
      };

export const asked = (change: Parameters<typeof openRequest>[0] = {}): PersonRequest =>
  openRequest({ now: sampleTime, ...change });

export const withdrawn = (reason?: string): Partial<Application> => ({
  state: 'WITHDRAWN',
  withdrawal: { at: sampleTime, by: reason ? 'operator:yuna' : 'applicant', reason },
});
