const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (value: string): string => value.replace(/[&<>"']/g, (char) => replacements[char] ?? '');

/** HTML whose inserted values are escaped; HTML made by `html` itself is inserted as it is. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export const html = (
  parts: TemplateStringsArray,
  ...values: readonly (string | number | Html | readonly Html[])[]
): Html =>
  new Html(
    parts.reduce((text, part, index) => {
      const value = values[index - 1] ?? '';
      const inserted =
        typeof value === 'object'
          ? [value]
              .flat()
              .map((one) => one.text)
              .join('')
          : escaped(String(value));
      return text + inserted + part;
    }),
  );

export const nothing = html``;

/** A whole page. */
export const page = (title: string, body: Html): string =>
  html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<link rel="stylesheet" href="/style.css"></head><body><main>${body}</main></body></html>`.text;

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Seoul', dateStyle: 'medium', timeStyle: 'medium' });

/** A moment in Unix milliseconds. */
export const time = (at: number): string => `${clock.format(at)} KST`;

export const lasted = (from: number, to: number): string => {
  const seconds = Math.max(0, to - from) / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  if (seconds < 3_600) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} h` : `${Math.round(seconds / 86_400)} days`;
};

/** A status as it is shown: by its word, and by a class of its own. */
export const statusMark = (status: string, words = status.toLowerCase().replaceAll('_', ' ')): Html =>
  html`<span class="status ${status}">${words}</span>`;

/** How long a page stands before it is read anew, in seconds. */
export const refreshEvery = 10;

/** Says that a page refreshes by itself, and how to stop that. */
export const refreshNote = (refreshes: boolean, path: string): Html =>
  refreshes
    ? html`<p class="note">Refreshes every ${refreshEvery} seconds. <a href="${path}${path.includes('?') ? '&' : '?'}still=1">Stop</a></p>`
    : html`<p class="note"><a href="${path}">Refresh</a></p>`;
