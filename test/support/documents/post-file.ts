import type { UploadForm } from '../../../functions/documents/signed-forms.ts';
import { hiddenIn, type Page } from '../visitor.ts';

/** The form on a page that goes straight to the bucket. */
export const formOn = ({ html }: Page): UploadForm => {
  const [, form = ''] = /<form id="upload"(.*?)<\/form>/su.exec(html) ?? [];
  const fields = Object.entries(hiddenIn(form)).map(([name, [value = '']]): [string, string] => [name, value]);
  return { action: /action="([^"]+)"/u.exec(form)?.[1] ?? '', fields: Object.fromEntries(fields) };
};

/** As a browser sends a form that leaves our pages. */
export async function postFile(
  { action, fields }: UploadForm,
  content: Buffer,
  name: string,
  more: Readonly<Record<string, string>> = {},
) {
  const data = new FormData();
  for (const [field, value] of Object.entries({ ...fields, ...more })) data.append(field, value);
  data.append('file', new Blob([new Uint8Array(content)]), name);
  const headers = { origin: 'null', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
  const answer = await fetch(action, { method: 'POST', body: data, headers, redirect: 'manual' });
  return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() };
}
