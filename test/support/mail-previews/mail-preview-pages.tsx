import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type MailPreview, previewMails } from './mail-previews.ts';

const style = `
:root { font: 16px/1.6 system-ui, sans-serif; color: #1e2124; background: #fff }
body { max-width: 80rem; margin: 2rem auto; padding: 0 1rem } a { color: #0b50d0 }
td, th { text-align: left; padding: .3rem 1.5rem .3rem 0; border-bottom: 1px solid #cdd1d5 }
nav { display: flex; gap: 1.5rem } .parts { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1.5rem }
iframe { width: 100%; height: 60rem; border: 1px solid #cdd1d5 } pre { white-space: pre-wrap; background: #f4f5f6; padding: 1rem; margin: 0 }`;

const document = (title: string, body: ComponentChildren): string =>
  `<!doctype html>${renderToString(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{title}</title>
        <style>{style}</style>
      </head>
      <body>{body}</body>
    </html>,
  )}`;

const slugOf = ({ template, variant }: MailPreview): string =>
  [template, variant]
    .filter(Boolean)
    .join('.')
    .replaceAll(/[^a-z.-]+/gu, '-');
const pathOf = (preview: MailPreview): string => `/${slugOf(preview)}/${preview.lang}`;
const nameOf = ({ template, variant }: MailPreview): string => (variant ? `${template} (${variant})` : template);

const listPage = (korean: readonly MailPreview[], english: readonly MailPreview[]): string =>
  document(
    'Mails',
    <>
      <h1>Mails</h1>
      <p>{korean.length} mails with sample data. Reload after a change.</p>
      <table>
        <tbody>
          {korean.map((preview, index) => {
            const other = english[index];
            return (
              <tr key={pathOf(preview)}>
                <td>{nameOf(preview)}</td>
                <td lang="ko">
                  <a href={pathOf(preview)}>{preview.mail.subject}</a>
                </td>
                <td>{other && <a href={pathOf(other)}>{other.mail.subject}</a>}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>,
  );

const mailPage = (preview: MailPreview, others: readonly MailPreview[], translated: MailPreview): string => {
  const at = others.indexOf(preview);
  const { mail, to, calendar } = preview;
  return document(
    nameOf(preview),
    <>
      <nav>
        <a href="/">All mails</a>
        {[others[at - 1], others[at + 1]].map(
          (other, side) =>
            other && (
              <a key={side} href={pathOf(other)}>
                {side === 0 ? '← ' : '→ '}
                {nameOf(other)}
              </a>
            ),
        )}
        <a href={pathOf(translated)}>{translated.lang === 'ko' ? '한국어' : 'English'}</a>
      </nav>
      <h1>{nameOf(preview)}</h1>
      <p>
        To {to}
        <br />
        <strong lang={mail.lang}>{mail.subject}</strong>
      </p>
      <div class="parts">
        <iframe src={`${pathOf(preview)}.html`} title="The mail as HTML" />
        <div>
          <pre lang={mail.lang}>{mail.text}</pre>
          {calendar && <pre>{calendar}</pre>}
        </div>
      </div>
    </>,
  );
};

/** The page of a path: the list, a mail beside its text, or the mail alone (`….html`). */
export async function previewPages(): Promise<(path: string) => string | undefined> {
  const korean = await previewMails('ko');
  const english = await previewMails('en');
  const found = new Map([['/', listPage(korean, english)]]);
  for (const [own, other] of [
    [korean, english],
    [english, korean],
  ] as const) {
    own.forEach((preview, index) => {
      found.set(pathOf(preview), mailPage(preview, own, other[index] ?? preview));
      found.set(`${pathOf(preview)}.html`, preview.mail.html);
    });
  }
  return (path) => found.get(path);
}
