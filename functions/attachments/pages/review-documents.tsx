import { formats } from '../../documents/formats.ts';
import { megabytesText } from '../../documents/pages/document-texts.ts';
import type { Lang } from '../../shared/i18n.ts';
import { SummaryList } from '../../shared/pages/components.tsx';
import { staffStates, attachmentWords as words } from '../attachment-texts.ts';
import type { Attachment } from '../attachments.ts';
import { fileOf } from '../sent-documents.ts';

export interface ReviewDocumentsProps {
  readonly attachments: readonly Attachment[];
  readonly blind: boolean;
  /** Where the file of a document is taken from. */
  readonly href: (document: string) => string;
  readonly lang: Lang;
}

/** The documents beside the rubric. Names of files stay away in a blind round: people call files by their own. */
export const ReviewDocuments = ({ attachments, blind, href, lang }: ReviewDocumentsProps) =>
  attachments.length === 0 ? null : (
    <>
      <h2>{words.title[lang]}</h2>
      {blind && <p class="hint">{words.blind[lang]}</p>}
      <SummaryList
        rows={attachments.map((attachment) => ({
          term: attachment.document.label[lang],
          value: <OneDocument {...{ attachment, blind, href, lang }} />,
        }))}
      />
    </>
  );

function OneDocument(props: Omit<ReviewDocumentsProps, 'attachments'> & { readonly attachment: Attachment }) {
  const { attachment, blind, href, lang } = props;
  const { document, state } = attachment;
  const file = fileOf(attachment);
  if (!file) return <>{staffStates[state][lang]}</>;
  const facts = [file.format && formats[file.format].label[lang], file.bytes && megabytesText(file.bytes)[lang]];
  return (
    <>
      {!blind && file.name !== undefined && (
        <>
          <bdi class="notranslate">{file.name}</bdi>
          <br />
        </>
      )}
      {facts.filter((fact) => typeof fact === 'string').join(' · ')}
      <br />
      <a href={href(document.id)}>
        {words.download[lang]}
        <span class="sr">: {document.label[lang]}</span>
      </a>
    </>
  );
}
