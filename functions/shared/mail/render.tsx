import type { ComponentChild, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Lang } from '../i18n.ts';
import { serviceName } from '../pages/layout.tsx';
import { Heading } from './components.tsx';
import { look, mailStyles } from './look.ts';
import { textOf } from './text.ts';

export interface RenderedMail {
  readonly lang: Lang;
  /** The line of the inbox: the service's name, what it is about and by when. */
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface MailContent {
  readonly lang: Lang;
  /** What it is about and by when: the heading, and the subject after the service's name. */
  readonly subject: string;
  /** What inboxes show beside the subject: the gist in a sentence. */
  readonly preheader: string;
  /** Made of the components beside this file; the text part is made of the same. */
  readonly body: VNode;
  /** Under the body in small type: why one gets this mail, whom to ask. */
  readonly footer?: VNode;
}

/** A mail as HTML and as text, both from one tree of components. */
export function renderMail(content: MailContent): RenderedMail {
  const { lang, subject, preheader, body, footer } = content;
  const line = `[${serviceName[lang]}] ${subject}`;
  const html = renderToString(
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
        <title>{line}</title>
        <style>{mailStyles}</style>
      </head>
      <body class="ground" style={look.ground}>
        <div style={look.preheader}>{preheader}</div>
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
          <tbody>
            <tr>
              <td align="center" style={look.margin}>
                <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style={look.column}>
                  <tbody>
                    <tr>
                      <td lang={lang} class="card" style={look.card}>
                        <p class="accent" style={look.brand}>
                          {serviceName[lang]}
                        </p>
                        <Heading level={1}>{subject}</Heading>
                        {body}
                      </td>
                    </tr>
                    {footer && (
                      <tr>
                        <td lang={lang} class="quiet" style={look.footer}>
                          {footer}
                        </td>
                      </tr>
                    )}
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>,
  );
  const parts: ComponentChild[] = [<Heading level={1}>{subject}</Heading>, body];
  const text = [serviceName[lang], textOf(parts), ...(footer ? ['---', textOf(footer)] : [])].join('\n\n');
  return { lang, subject: line, html: `<!doctype html>${html}`, text: `${text}\n` };
}
