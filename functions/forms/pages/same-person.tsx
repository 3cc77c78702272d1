import type { Lang, Text } from '../../shared/i18n.ts';
import { Notice } from '../../shared/pages/components.tsx';

const words = {
  same: { ko: '같은 사람이 이미 지원한 것으로 보입니다', en: 'The same person seems to have applied already' },
  sameText: {
    ko: '이름과 생년월일 또는 전화번호가 같은 지원서가 이 모집에 있습니다. 지원자에게 확인해 주십시오. 제출하면 다른 담당자가 확인합니다.',
    en: 'There is an application in this round with the same name and date of birth, or telephone number. Ask the applicant. If you send this one, another officer looks at both.',
  },
} as const satisfies Record<string, Text>;

/** Tells the officer who helps, before sending, that the applicant may have applied already. */
export const SamePersonNotice = ({ references, lang }: { references: readonly string[]; lang: Lang }) =>
  references.length > 0 ? (
    <Notice kind="warning" title={words.same[lang]}>
      <p>{words.sameText[lang]}</p>
      <ul>
        {references.map((reference) => (
          <li key={reference} class="notranslate">
            {reference}
          </li>
        ))}
      </ul>
    </Notice>
  ) : null;
