import type { Lang, Text } from '../../shared/i18n.ts';
import type { Round } from '../round.ts';

export const appealTitle: Text = { ko: '불복 방법', en: 'How to appeal' };

/** How a refusal can be appealed against, if the round says so. */
export const AppealSection = ({ of: { appeal }, lang }: { readonly of: Pick<Round, 'appeal'>; readonly lang: Lang }) =>
  appeal ? (
    <section>
      <h2>{appealTitle[lang]}</h2>
      <p>{appeal[lang]}</p>
    </section>
  ) : null;
