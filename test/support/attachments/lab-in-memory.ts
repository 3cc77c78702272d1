import { openDocumentKeepers } from '../../../functions/app/document-owners.ts';
import { ownerOf } from '../../../functions/attachments/attachments.ts';
import type { TypedPages } from '../../../functions/forms/answers.ts';
import type { Round, RoundDraft } from '../../../functions/rounds/round.ts';
import { begin } from '../applicants.ts';
import { documentWorld } from '../documents/document-world.ts';
import { memoryAcademy } from '../memory/memory-academy.ts';
import { memoryDatabase, memoryTables } from '../memory/memory-database.ts';
import type { Page, Visitor } from '../visitor.ts';
import { labFields } from './lab-applicants.ts';

/** The Lab's applicants and their documents in this process, with what is said of their files. */
export async function labInMemory() {
  const memory = memoryDatabase();
  const at = await memoryAcademy({ memory });
  const files = documentWorld({ memory, keepers: openDocumentKeepers(memoryTables, memory.db)(), start: at.now() });

  /** Sends a file as a browser does: by the form of a page, and then the bucket tells. */
  const send = async (
    browser: Visitor,
    reference: string,
    document: string,
    content: Buffer,
    how: { readonly name?: string; readonly issuedOn?: string; readonly scanned?: boolean } = {},
  ): Promise<Page> => {
    const { name = 'plan.pdf', issuedOn, scanned = true } = how;
    const [year = '', month = '', day = ''] = issuedOn?.split('-') ?? [];
    const page = await browser.post(`/documents/application/${reference}/${document}`, {
      ...(issuedOn !== undefined && { 'issued.year': year, 'issued.month': month, 'issued.day': day }),
    });
    const id = /\/([0-9a-f]{32})$/u.exec(page.url)?.[1];
    if (!id) return page;
    files.bucket.post(id, content, name);
    await files.tell(id);
    if (scanned) await files.scan(id);
    return browser.get(`${page.url}/sent`);
  };

  return {
    at,
    files,
    send,
    round: (change: Partial<RoundDraft> = {}): Promise<Round> => at.round({ ...labFields(), ...change }),
    /** Somebody who has begun an application. */
    begun: async (round: Round, typed: TypedPages, lang: 'ko' | 'en' = 'ko') => {
      const email = typed.representative?.email?.[0] ?? '';
      const browser = await begin(at, round, email, lang);
      const [, reference = ''] = browser.cookies.get('application')?.split('.') ?? [];
      return { browser, reference, email };
    },
    stored: async (reference: string, document: string) =>
      (await files.deps.documents.slot({ owner: ownerOf(reference), slot: document }))?.files ?? [],
  };
}
export type LabInMemory = Awaited<ReturnType<typeof labInMemory>>;
