import { presentIn, type Version } from '../../../functions/agreements/agreement.ts';
import { openDocumentKeepers } from '../../../functions/app/document-owners.ts';
import { loadTemplate } from '../../../functions/checklists/load-template.ts';
import { tellOverstays } from '../../../functions/exits/tell-overstays.ts';
import { forms } from '../../../functions/forms/round-form.ts';
import { entrySchema } from '../../../functions/outbox/entry.ts';
import type { PersonRequest } from '../../../functions/requests/request.ts';
import { beginDue } from '../../../functions/residency-events/begin-due.ts';
import { loadRound } from '../../../functions/rounds/load-round.ts';
import type { Round, WrittenDraft } from '../../../functions/rounds/round.ts';
import { addDays, type Instant, instantSchema, seoulDateOf, seoulTime } from '../../../functions/shared/time.ts';
import { loadSpaces } from '../../../functions/spaces/load-spaces.ts';
import { type Signing, signsByMail } from '../agreements/signed-by-mail.ts';
import { templateFrom } from '../checklists/checklist-world.ts';
import { dropOnceListed } from '../checklists/drop-required.ts';
import { documentWorld } from '../documents/document-world.ts';
import { pdf } from '../documents/sample-files.ts';
import { eventually } from '../eventually.ts';
import { memoryAcademy } from '../memory/memory-academy.ts';
import { memorySigner } from '../memory/memory-clients.ts';
import { memoryDatabase, memoryTables } from '../memory/memory-database.ts';
import { requestLink, untilAsked } from '../requests/asked-by-mail.ts';
import { rowOf } from '../spaces/made-up.ts';
import { type FormFields, type Page, type Visitor, visitor } from '../visitor.ts';

const by = 'operator:test';

/** As it is written in Seoul: `2027-04-16T10:00`. */
export const moment = (written: string): Instant => instantSchema.parse(new Date(`${written}+09:00`).toISOString());

export const manager = { id: 'kwon-dahye', email: 'dahye.kwon@lab.example.kr' } as const;
export const director = { id: 'han-jiyoon', name: '한지윤', email: 'jiyoon.han@academy.example.kr' } as const;
export const spaceIds = ['annex-301', 'annex-302', 'annex-303'] as const;

/** At these times of each day the clock looks at what is due; in the first, also at residencies. */
const looks = ['02:00', '09:10', '18:05'] as const;

/**
 * The Lab from its first round on, in this process: pages, mails, runs by their rendered definitions, and one clock that
 * a test moves from day to day, with all that the clock does on each.
 */
export async function wholeWorld(given: { readonly begins: string }) {
  let now = moment(given.begins);
  const memory = memoryDatabase({ quick: true });
  const sign = memorySigner();
  const at = await memoryAcademy({ memory, sign, clock: () => now });
  const keepers = openDocumentKeepers(memoryTables, memory.db)();
  const files = documentWorld({ memory, keepers, start: now });
  const rows = spaceIds.map((id) => rowOf(id, { accessible: id === 'annex-301', from: seoulDateOf(now) }));
  await loadSpaces(at, { rows, by }, now);
  for (const name of ['lab-services', 'lab-exit'] as const) {
    await loadTemplate(at, { template: templateFrom(name), by }, now);
  }
  const faulted = (error: unknown): never => {
    throw error;
  };
  const begun: string[] = [];
  /** Days in Seoul on which somebody was told of as staying. */
  const told: string[] = [];

  const night = async (): Promise<void> => {
    const due = await beginDue({ ...at, faulted }, now);
    begun.push(...due.begun);
    const stays = await tellOverstays({ ...at, faulted }, now);
    told.push(...stays.told.map(() => seoulDateOf(now)));
    await at.chaseAt(now);
    for (const id of due.begun) {
      await eventually(`the run of ${id} waits`, async () => {
        const event = await at.residencyEvents.get(id);
        return event?.callback !== undefined || (await at.requests.ofSubject(id)).length > 0;
      });
    }
  };
  const moveTo = async (then: Instant): Promise<void> => {
    await at.delivered();
    now = then;
  };
  /** Lets the time pass until a moment, with every day in between and what the clock does on it. */
  const passUntil = async (written: string): Promise<void> => {
    const end = moment(written);
    for (let date = seoulDateOf(now); ; date = addDays(date, 1)) {
      for (const time of looks) {
        const then = seoulTime(date, time);
        if (then <= now) continue;
        if (then > end) {
          await moveTo(end);
          await at.chaseAt(now);
          return;
        }
        await moveTo(then);
        await (time === '02:00' ? night() : at.chaseAt(now));
      }
    }
  };

  const load = async (draft: WrittenDraft): Promise<Round> => {
    await loadRound(at, draft, { by, requiredFieldsOf: (form) => forms.get(form)?.requiredFields ?? [] }, now);
    const round = await at.rounds.current(draft.id);
    if (!round) throw new Error(`${draft.id} was not loaded`);
    return round;
  };
  const residency = async (id: string) => {
    const found = await at.residencies.get(id);
    if (!found) throw new Error(`there is no residency ${id}`);
    return found;
  };
  /** What somebody is asked about something, as soon as a run asks. */
  const asked = (subject: string, kind: string): Promise<PersonRequest> => untilAsked(at, subject, kind);
  /** The mailed link of what somebody is asked. */
  const link = async (subject: string, kind: string, email: string): Promise<string> =>
    requestLink(at, (await asked(subject, kind)).id, email);
  /** Answers what somebody is asked, by the link in their mail. */
  const answer = async (subject: string, kind: string, email: string, fields: FormFields): Promise<Page> =>
    visitor(at.baseUrl, { lang: 'ko' }).post(await link(subject, kind, email), fields);

  /** Sends a file as a browser does: by the form of a page, and then the bucket tells. @returns the page after it */
  const send = async (
    browser: Visitor,
    { owner, slot, issuedOn }: { readonly owner: string; readonly slot: string; readonly issuedOn?: string },
  ): Promise<Page> => {
    const [year = '', month = '', day = ''] = issuedOn?.split('-') ?? [];
    const issued = { 'issued.year': year, 'issued.month': month, 'issued.day': day };
    const page = await browser.post(`/documents/${owner}/${slot}`, issuedOn === undefined ? {} : issued);
    const id = /\/([0-9a-f]{32})$/u.exec(page.url)?.[1];
    if (!id) return page;
    files.pass((Date.parse(now) - Date.parse(files.now())) / 60_000);
    files.bucket.post(id, await pdf(`${owner} ${slot} ${id}`), `${slot}.pdf`);
    await files.tell(id);
    await files.scan(id);
    return browser.get(`${page.url}/sent`);
  };

  const version = async (agreement: string | undefined): Promise<Version | undefined> => {
    const stored = agreement === undefined ? undefined : await at.agreements.get(agreement);
    return stored && presentIn(stored);
  };
  /** Whoever is asked to sign does, by the code of a mail. @param of finds the agreement as it is now */
  const signs = (of: () => Promise<string | undefined>, who: Signing): Promise<void> =>
    signsByMail(at, async () => version(await of()), who);
  /** The manager drops what is left of a list, as soon as it is there. */
  const settle = (owner: string, name: 'services' | 'exit'): Promise<void> =>
    dropOnceListed(at, owner, name, { all: true });
  /** The mails that were put into the outbox, in their order, each with its day and what became of it. */
  const mails = () =>
    at.plain('outbox').flatMap((entry) => {
      const { errand, createdAt, state } = entrySchema.parse(entry);
      return errand.kind === 'mail' ? [{ ...errand, on: seoulDateOf(createdAt), state }] : [];
    });

  return {
    at,
    sign,
    begun,
    told,
    passUntil,
    load,
    residency,
    asked,
    link,
    answer,
    send,
    signs,
    settle,
    mails,
    now: () => now,
    browser: (lang: 'ko' | 'en' = 'ko') => visitor(at.baseUrl, { lang }),
  };
}
export type WholeWorld = Awaited<ReturnType<typeof wholeWorld>>;
