import { deskDocumentPaths } from '../../documents/pages/document-paths.ts';
import { applicationKind } from '../../forms/attachments.ts';
import type { Lang } from '../../shared/i18n.ts';
import { SummaryList } from '../../shared/pages/components.tsx';
import { staffStates, attachmentWords as words } from '../attachment-texts.ts';
import type { Attachment } from '../attachments.ts';

/** What was sent for an application, and the way to it at the desk. */
export const CaseDocuments = (props: {
  readonly reference: string;
  readonly attachments: readonly Attachment[];
  readonly lang: Lang;
}) => (
  <>
    <SummaryList
      rows={props.attachments.map(({ document, state, files }) => ({
        term: document.label[props.lang],
        value: [staffStates[state][props.lang], files.findLast(({ name }) => name !== undefined)?.name]
          .filter((part) => part !== undefined)
          .join(' · '),
      }))}
    />
    <p>
      <a href={deskDocumentPaths.list(applicationKind, props.reference)}>{words.seeAll[props.lang]}</a>
    </p>
  </>
);
