import { sendersPaths } from '../../documents/pages/document-paths.ts';
import type { Round } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Notice } from '../../shared/pages/components.tsx';
import type { FormPage } from '../../shared/pages/form.ts';
import type { TypedPages } from '../answers.ts';
import { applicationKind } from '../attachments.ts';
import { warningsOf } from '../round-form.ts';

const words = {
  documents: { ko: '제출 서류 보내기 (새 창)', en: 'Send your documents (opens in a new window)' },
  warnings: { ko: '다시 확인해 주십시오', en: 'Check this again' },
} as const satisfies Record<string, Text>;

/** The way to the documents, in another window: what is typed here stays. */
export const DocumentsLink = (props: {
  readonly round: Pick<Round, 'documents'>;
  readonly reference: string;
  readonly lang: Lang;
}) =>
  props.round.documents ? (
    <p class="later">
      <a href={sendersPaths.list(applicationKind, props.reference)} target="_blank" rel="noopener">
        {words.documents[props.lang]}
      </a>
    </p>
  ) : null;

/** What may be wrong in what was typed, before it is sent. */
export function Warnings(props: {
  readonly pages: readonly FormPage[];
  readonly typed: TypedPages;
  readonly lang: Lang;
}) {
  const warnings = warningsOf(props.pages, props.typed, props.lang);
  if (warnings.length === 0) return null;
  return (
    <Notice title={words.warnings[props.lang]}>
      <ul>
        {warnings.map(({ field, message }) => (
          <li key={field}>{message}</li>
        ))}
      </ul>
    </Notice>
  );
}
