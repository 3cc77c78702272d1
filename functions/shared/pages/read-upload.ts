import type { Form, PageRequest } from './request.ts';

export interface Upload {
  readonly form: Form;
  /** By the name of its field; a field that was left empty has none. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** The fields and files of a form that was sent with files; nothing, if it cannot be read as one. */
export async function readUpload({ upload, form }: Pick<PageRequest, 'upload' | 'form'>): Promise<Upload | undefined> {
  if (!upload) return { form, files: new Map() };
  const fields = new Map<string, string[]>();
  const files = new Map<string, Uint8Array>();
  try {
    const headers = { 'content-type': upload.contentType };
    const data = await new Response(Uint8Array.from(upload.body), { headers }).formData();
    for (const [name, value] of data) {
      if (typeof value === 'string') fields.set(name, [...(fields.get(name) ?? []), value]);
      else if (value.size > 0) files.set(name, await value.bytes());
    }
    return { form: fields, files };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
