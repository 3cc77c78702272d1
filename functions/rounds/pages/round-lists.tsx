import { formatsText } from '../../documents/formats.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { formatDate } from '../../shared/time.ts';
import type { Round } from '../round.ts';
import type { RoundDocument } from '../round-documents.ts';

const words = {
  who: { ko: '지원 자격', en: 'Who can apply' },
  what: { ko: '일정', en: 'What happens when' },
  need: { ko: '준비하실 것', en: 'What you need' },
  saved: {
    ko: '회원 가입은 필요 없습니다. 이메일 주소를 인증 번호로 확인하고 시작하며, 작성하신 내용을 저장해 두고 언제든지 같은 주소로 이어서 작성하실 수 있습니다.',
    en: 'You do not need an account. You confirm your email address with a code. You can save your answers and come back at any time with the same address.',
  },
  documents: { ko: '제출하실 서류', en: 'Documents to send' },
  services: { ko: '제공하는 지원', en: 'What you get' },
} as const satisfies Record<string, Text>;

/** Who can apply, what happens when, and what one needs for it. */
export const RoundLists = ({ round, lang }: { readonly round: Round; readonly lang: Lang }) => (
  <div class="text">
    <h2>{words.who[lang]}</h2>
    <ul>
      {round.whoCanApply.map((text) => (
        <li key={text.en}>{text[lang]}</li>
      ))}
    </ul>
    {round.residency && <Services services={round.residency.services} lang={lang} />}
    <h2>{words.what[lang]}</h2>
    <ol>
      {round.whatHappens.map((step) => (
        <li key={step.text.en}>
          {step.date && <strong>{formatDate(step.date, lang)}: </strong>}
          {step.text[lang]}
          {step.detail && <div>{step.detail[lang]}</div>}
        </li>
      ))}
    </ol>
    <h2>{words.need[lang]}</h2>
    <ul>
      {round.whatIsNeeded.map((text) => (
        <li key={text.en}>{text[lang]}</li>
      ))}
    </ul>
    {round.documents && <Documents documents={round.documents} lang={lang} />}
    <p>{words.saved[lang]}</p>
  </div>
);

const Services = (props: { readonly services: NonNullable<Round['residency']>['services']; readonly lang: Lang }) => (
  <>
    <h2>{words.services[props.lang]}</h2>
    <ul>
      {props.services.map(({ id, title, detail }) => (
        <li key={id}>
          <strong>{title[props.lang]}</strong>: {detail[props.lang]}
        </li>
      ))}
    </ul>
  </>
);

const Documents = (props: { readonly documents: readonly RoundDocument[]; readonly lang: Lang }) => (
  <>
    <h2>{words.documents[props.lang]}</h2>
    <ul>
      {props.documents.map(({ id, label, hint, formats }) => (
        <li key={id}>
          <strong>{label[props.lang]}</strong> ({formatsText(formats)[props.lang]})
          {hint && <div>{hint[props.lang]}</div>}
        </li>
      ))}
    </ul>
  </>
);
