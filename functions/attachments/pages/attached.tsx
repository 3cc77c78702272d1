import { sendersPaths } from '../../documents/pages/document-paths.ts';
import { words as documentWords, slotStateText } from '../../documents/pages/document-texts.ts';
import { type Attached, type AttachmentsOf, applicationKind } from '../../forms/attachments.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Notice, SummaryList } from '../../shared/pages/components.tsx';
import { attachmentWords as words } from '../attachment-texts.ts';
import { type Attachment, askedAfter, attachmentsOf, missingOf, ownerOf } from '../attachments.ts';
import type { Dependencies } from '../dependencies.ts';

/** What the page before sending shows of the documents that a round asks for. */
export const attachmentsToSend =
  ({ documents }: Pick<Dependencies, 'documents'>): AttachmentsOf =>
  async ({ reference }, round, typed): Promise<Attached | undefined> => {
    const asked = askedAfter(round, typed);
    if (asked.length === 0) return undefined;
    const attachments = attachmentsOf(asked, await documents.of(ownerOf(reference)));
    const missing = missingOf(attachments);
    return {
      isMissing: missing.length > 0,
      view: (lang) => <ToSend {...{ reference, attachments, missing, lang }} />,
    };
  };

function ToSend(props: {
  readonly reference: string;
  readonly attachments: readonly Attachment[];
  readonly missing: readonly Attachment[];
  readonly lang: Lang;
}) {
  const { reference, attachments, missing, lang } = props;
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{words.title[lang]}</h2>
      {missing.length > 0 && (
        <Notice kind="warning" title={words.missing[lang]}>
          <ul>
            {missing.map(({ document }) => (
              <li key={document.id}>
                <a href={sendersPaths.slot(applicationKind, reference, document.id)} target="_blank" rel="noopener">
                  {document.label[lang]}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <SummaryList
        rows={attachments.map(({ document, state }) => ({
          term: `${document.label[lang]} ${documentWords[document.required ? 'required' : 'optional'][lang]}`,
          value: slotStateText(state, { isOnlyRead: true })[lang],
        }))}
      />
      {attachments.some(({ state }) => state === 'checking') && <p class="note">{words.checking[lang]}</p>}
      <p>{words.lead[lang]}</p>
      <ul>
        <li>
          <a href={sendersPaths.list(applicationKind, reference)} target="_blank" rel="noopener">
            {words.open[lang]}
          </a>
        </li>
        <li>
          <a href="/apply/check">{words.reload[lang]}</a>
        </li>
      </ul>
    </section>
  );
}
