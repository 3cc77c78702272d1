import type { Lang } from '../../shared/i18n.ts';
import type { Neighbours } from '../neighbours.ts';
import { placeText, caseNavWords as words } from './committee-texts.ts';

/** From case to case without the ranking between, and back to the row of this one. */
export function CaseNav(props: {
  readonly path: string;
  readonly beside: Neighbours;
  readonly label: string;
  readonly lang: Lang;
}) {
  const { path, beside, label, lang } = props;
  const links = (['previous', 'next', 'previousNear', 'nextNear'] as const).flatMap((which) => {
    const entry = beside[which];
    return entry ? [{ which, entry }] : [];
  });
  return (
    <nav class="cases" aria-label={label}>
      <a href={`${path}#r${beside.place}`}>{words.back[lang]}</a>
      {links.map(({ which, entry }) => (
        <a key={which} href={`${path}/case/${entry.reference}`}>
          {words[which][lang]} ({placeText(entry.place)[lang]})
        </a>
      ))}
    </nav>
  );
}
