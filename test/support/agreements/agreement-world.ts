import { agreementDocuments } from '../../../functions/agreements/document-owner.ts';
import { type Drafted, draftAgreement } from '../../../functions/agreements/draft-agreement.ts';
import { agreementsLapses } from '../../../functions/agreements/lapses.ts';
import { agreementTemplates } from '../../../functions/agreements/mails/templates.ts';
import type { AgreementData } from '../../../functions/agreements/owners.ts';
import { agreementsRoutes } from '../../../functions/agreements/pages/agreements-routes.tsx';
import { agreementsParts } from '../../../functions/agreements/parts.ts';
import { agreementsKinds } from '../../../functions/agreements/request-kinds.ts';
import { deliverAll } from '../../../functions/outbox/deliver.ts';
import { outboxTable } from '../../../functions/outbox/outbox-table.ts';
import { mailHandler } from '../../../functions/outbox/send-mail.ts';
import { chaseRequests } from '../../../functions/requests/chase.ts';
import { kindsByName } from '../../../functions/requests/kind.ts';
import { staffTemplates } from '../../../functions/requests/mails/templates.ts';
import type { Recipient } from '../../../functions/shared/names.ts';
import { pagesHandler } from '../../../functions/shared/pages/handler.ts';
import { lazily } from '../../../functions/shared/parts.ts';
import { addMinutes, type Instant, instantSchema } from '../../../functions/shared/time.ts';
import { freePort } from '../../../local/ports.ts';
import { fontsInPackages } from '../fonts.ts';
import { memorySes, memorySigner, signedHere } from '../memory/memory-clients.ts';
import { memoryDatabase, memoryTables } from '../memory/memory-database.ts';
import { memoryMail } from '../memory/memory-mail.ts';
import { serveHandler } from '../memory/serve-handler.ts';
import { loadDemoPeople } from '../people/demo-people.ts';
import { type Visitor, visitor } from '../visitor.ts';
import { agreementData, firmsThatSign } from './agreement-owner.ts';

/** Who signs for the institution: one of the demo's staff. */
export const director = 'han-jiyoon';
export const directorName = '한지윤';
export const directorMail = 'jiyoon.han@academy.example.kr';

const begins = instantSchema.parse('2027-04-16T09:00:00+09:00');

/**
 * Agreements in this process: the real use cases, pages, mails and clock on tables in memory, for firms that no
 * capability of the app brings; with a clock that a test moves.
 */
export async function agreementWorld() {
  const memory = memoryDatabase({ quick: true });
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const { sign, verify } = signedHere(memorySigner());
  const signCode = memorySigner();
  const firms = firmsThatSign();
  const fonts = await fontsInPackages();
  let now: Instant = begins;
  const kinds = kindsByName([agreementsKinds]);
  const deps = lazily({
    ...agreementsParts(memoryTables, memory.db),
    agreementOwners: () => firms.owners,
    kinds: () => kinds,
    interestsIn: () => () => async () => undefined,
    verifyLink: () => verify,
    sign: () => sign,
    signCode: () => signCode,
    codesAnHour: () => 100_000,
    secure: () => false,
    baseUrl: () => baseUrl,
    fonts: () => async () => fonts,
    stage: () => 'local',
  });
  await loadDemoPeople(deps, now, { 'jung-haneul': { roles: ['signatory'] } });

  const mails: { readonly to: string; readonly subject: string; readonly text: string; readonly raw: string }[] = [];
  const outbox = outboxTable(memory.db, memoryTables.OUTBOX_TABLE);
  const contextOf = async () => undefined;
  const delivery = {
    outbox,
    clock: () => now,
    slot: async () => true,
    isFull: () => false,
    bucketOf: () => undefined,
    handlers: {
      mail: mailHandler({
        ses: memorySes((to, raw) => {
          const { subject, text } = memoryMail(to, raw);
          mails.push({ to: to.join(), subject, text, raw });
        }),
        from: 'academy@example.kr',
        replyTo: 'academy@example.kr',
        addresses: deps.addresses,
        templates: {
          ...agreementTemplates(deps),
          ...staffTemplates(deps, { contextOf, nameOf: async () => undefined, notices: {} }),
        },
        isRecipient: (to): to is Recipient => [to.person, to.signer, to.challenge].some((id) => id !== undefined),
        clock: () => now,
      }),
      start: async () => ({ kind: 'dropped', why: 'no runs here' }) as const,
      resume: async () => ({ kind: 'dropped', why: 'no runs here' }) as const,
    },
    report: () => undefined,
    tellOperators: async () => undefined,
  };
  const deliver = async (): Promise<void> => {
    const end = addMinutes(now, 10);
    for (const queue of ['due', 'decision', 'reminder', 'asked', 'receipt', 'mass', 'start'] as const) {
      const ids = (await outbox.due(queue, now)).map(({ id }) => id);
      await deliverAll(delivery, ids, { concurrency: 1, waitUntil: end, beginUntil: end });
    }
  };
  const faults: object[] = [];
  const handler = pagesHandler(agreementsRoutes(deps), {
    baseUrl,
    logger: {
      showsFaults: true,
      info: () => undefined,
      error: (message, extra) => void faults.push({ message, extra }),
    },
    clock: () => now,
  });
  const served = await serveHandler(port, handler);
  const lapse = agreementsLapses(deps);

  const browser = (lang = 'ko'): Visitor => visitor(baseUrl, { lang });
  let firmsMade = 0;
  /** What was mailed to somebody, the newest last. */
  const mailsTo = async (email: string) => {
    await deliver();
    return mails.filter(({ to }) => to === email);
  };
  const linkTo = async (email: string): Promise<string> => {
    const all = (await mailsTo(email)).flatMap(
      ({ text }) => /\/r\/agreements\/[0-9a-f]{32}\/[\w-]{43}/u.exec(text) ?? [],
    );
    const last = all.at(-1);
    if (last === undefined) throw new Error(`no link was mailed to ${email}`);
    return last;
  };
  const codeTo = async (email: string): Promise<string> => {
    const codes = (await mailsTo(email)).flatMap(({ subject }) => /\b\d{6}\b/u.exec(subject) ?? []);
    return codes.at(-1) ?? '';
  };

  return {
    ...memory,
    deps,
    baseUrl,
    firms,
    faults,
    mails,
    mailsTo,
    linkTo,
    codeTo,
    browser,
    now: () => now,
    pass: (minutes: number) => {
      now = addMinutes(now, minutes);
    },
    at: (moment: Instant) => {
      now = moment;
    },
    documentOwners: agreementDocuments(deps),
    chase: async () => {
      const { requests, people, interestsIn, commit } = deps;
      await chaseRequests(
        {
          requests,
          people,
          kinds,
          interestsIn,
          commit,
          lapse,
          faulted: (fault) => {
            throw fault;
          },
        },
        now,
      );
      await deliver();
    },
    /** A firm that nobody else has, with its data as said, and its agreement drafted. */
    drafted: async (change: Partial<AgreementData> = {}) => {
      firmsMade += 1;
      const id = `F-${firmsMade}`;
      const email = `firm-${firmsMade}@firm.example`;
      const usual = agreementData(director, now, change);
      const data = {
        ...usual,
        signers: usual.signers.map((signer) => (signer.person === undefined ? { ...signer, email } : signer)),
      };
      firms.cases.set(id, data);
      const drafted: Drafted = await draftAgreement(deps, { owner: `firm#${id}`, by: 'operator:test' }, now);
      if (drafted.kind !== 'drafted') throw new Error(JSON.stringify(drafted));
      return { id, email, data, agreement: drafted.agreement };
    },
    stored: async (agreement: string) => {
      const found = await deps.agreements.get(agreement);
      if (!found) throw new Error(`there is no ${agreement}`);
      return found;
    },
    /** Signs behind a link as somebody at a browser does: reads, types, gets the code by mail, enters it. */
    signAt: async (path: string, email: string, name: string, lang = 'ko') => {
      const visit = browser(lang);
      const page = await visit.get(path);
      const text = /name="text" value="([0-9a-f]{64})"/u.exec(page.html)?.[1] ?? '';
      const typed = { name, intent: 'yes', method: 'yes', text };
      const asked = await visit.post(path, typed);
      const code = await codeTo(email);
      const done = await visit.post(path, { ...typed, stage: 'code', code });
      await deliver();
      return { visit, asked, typed, code, done };
    },
    close: served.close,
  };
}
export type AgreementWorld = Awaited<ReturnType<typeof agreementWorld>>;
