import type { Lang } from '../../shared/i18n.ts';
import { formatDate, formatInstant } from '../../shared/time.ts';
import { isSafe, type StoredFile } from '../document.ts';
import { formats } from '../formats.ts';
import { fileStateTexts, fileText, megabytesText, refusalText, returnReasonTexts, words } from './document-texts.ts';

export interface FileListProps {
  readonly files: readonly StoredFile[];
  /** Where a file is taken from. */
  readonly download: (file: string) => string;
  readonly lang: Lang;
}

/** All files of a slot that came, the newest first, each with what became of it. */
export function FileList({ files, download, lang }: FileListProps) {
  const came = files.filter(({ state }) => state !== 'WAITING' && state !== 'LAPSED').toReversed();
  if (came.length === 0) return <p>{words.none[lang]}</p>;
  return (
    <ol class="timeline">
      {came.map((file) => (
        <li key={file.id}>
          <p class="timeline-title">
            {fileText(file)[lang]}: {fileStateTexts[file.state][lang]}
          </p>
          {file.arrivedAt && <p class="timeline-when">{formatInstant(file.arrivedAt, lang)}</p>}
          {file.name !== undefined && (
            <p>
              <bdi class="notranslate">{file.name}</bdi> {factsOf(file, lang)}
            </p>
          )}
          {file.issuedOn && (
            <p>
              {words.issue[lang]}: {formatDate(file.issuedOn, lang)}
            </p>
          )}
          <Why file={file} lang={lang} />
          {isSafe(file) && (
            <p>
              <a href={download(file.id)}>
                {words.download[lang]}
                <span class="sr">: {fileText(file)[lang]}</span>
              </a>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

const factsOf = ({ format, bytes }: StoredFile, lang: Lang): string =>
  [format && formats[format].label[lang], bytes !== undefined && megabytesText(bytes)[lang]]
    .filter((fact) => typeof fact === 'string')
    .join(' · ');

/** Why a file was not taken, or is returned. */
export function Why({ file, lang }: { readonly file: StoredFile; readonly lang: Lang }) {
  if (file.refusal) return <p>{refusalText(file.refusal, file.formats)[lang]}</p>;
  const { reason, words: said } = file.decided ?? {};
  if (!reason) return null;
  return (
    <>
      <p>
        {words.reason[lang]}: {returnReasonTexts[reason][lang]}
      </p>
      {said !== undefined && said !== '' && <p class="typed">{said}</p>}
    </>
  );
}
