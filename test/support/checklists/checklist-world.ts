import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kinds } from '../../../functions/app/kinds.ts';
import { isRecipient } from '../../../functions/app/recipients.ts';
import { type Checklist, itemIn } from '../../../functions/checklists/checklist.ts';
import { decideItem } from '../../../functions/checklists/decide-item.ts';
import type { Decision } from '../../../functions/checklists/deciding.ts';
import { nobodyInterested } from '../../../functions/checklists/follow-requests.ts';
import { checklistsLapses } from '../../../functions/checklists/lapses.ts';
import { loadTemplate } from '../../../functions/checklists/load-template.ts';
import { checklistsTemplates } from '../../../functions/checklists/mails/templates.ts';
import { checklistsParts } from '../../../functions/checklists/parts.ts';
import { reportItem } from '../../../functions/checklists/report-item.ts';
import type { Report } from '../../../functions/checklists/reporting.ts';
import { startChecklist } from '../../../functions/checklists/start-checklist.ts';
import { checkTemplate, type Template } from '../../../functions/checklists/template.ts';
import { entrySchema } from '../../../functions/outbox/entry.ts';
import type { DeclaredTemplate } from '../../../functions/outbox/send-mail.ts';
import { chaseRequests } from '../../../functions/requests/chase.ts';
import { assigneeId, type PersonRequest } from '../../../functions/requests/request.ts';
import { pathOf } from '../../../functions/requests/request-link.ts';
import { lazily } from '../../../functions/shared/parts.ts';
import { addMinutes, type Instant, instantSchema, localDateSchema } from '../../../functions/shared/time.ts';
import { root } from '../../../local/paths.ts';
import { copies } from '../copies.ts';
import { memorySigner, signedHere } from '../memory/memory-clients.ts';
import { memoryDatabase, memoryTables } from '../memory/memory-database.ts';
import { loadDemoPeople } from '../people/demo-people.ts';
import { type Filled, firms } from './checklist-owner.ts';

export const firstMorning = instantSchema.parse('2027-04-19T09:00:00+09:00');
/** A Monday, three weeks later. */
export const firstDay = localDateSchema.parse('2027-05-10');

export const templateFrom = copies((name: 'lab-services' | 'lab-exit'): Template => {
  const checked = checkTemplate(readFileSync(join(root, `rules/checklists/${name}.yaml`), 'utf8'));
  if (!checked.ok) throw new Error(checked.problems.map(({ line, reason }) => `${line}: ${reason}`).join());
  return checked.value;
});

export const people = { facilities: 'lim-seojun', network: 'bae-jiwon', programme: 'bae-jiwon' };

/**
 * Checklists in this process: the real use cases on tables in memory, with a clock that a test moves.
 * @param given.from what another has stored: people and templates
 */
export async function checklistWorld({ from }: { readonly from?: ReturnType<typeof memoryDatabase> } = {}) {
  const memory = from ?? memoryDatabase({ quick: true });
  const filled: Filled[] = [];
  const deps = lazily({
    ...checklistsParts(memoryTables, memory.db),
    kinds: () => kinds,
    checklistOwners: () => firms(filled),
  });
  const { sign, verify } = signedHere(memorySigner());
  let now: Instant = firstMorning;
  if (!from) await loadDemoPeople(deps, now);
  for (const name of ['lab-services', 'lab-exit'] as const) {
    await loadTemplate(deps, { template: templateFrom(name), by: 'operator:test' }, now);
  }
  const { checklists, checklistOwners, requests: asked, people: staff } = deps;
  const templates: Readonly<Record<string, DeclaredTemplate>> = checklistsTemplates({
    checklists,
    checklistOwners,
    requests: asked,
    people: staff,
    kinds,
    baseUrl: 'https://academy.example.kr',
    sign,
  });

  const list = async (of: string, name = 'services'): Promise<Checklist> => {
    const found = await deps.checklists.list(`firm#${of}`, name);
    if (!found) throw new Error(`there is no list of ${of}`);
    return found;
  };
  const itemOf = (found: Checklist, id: string) => {
    const item = itemIn(found, id);
    if (!item) throw new Error(`there is no ${id}`);
    return item;
  };
  const requestOf = async (of: string, doer: string, name = 'services'): Promise<PersonRequest> => {
    const id = (await list(of, name)).doers[doer]?.request ?? '';
    const request = await deps.requests.get(id);
    if (!request) throw new Error(`${doer} of ${of} was never asked`);
    return request;
  };

  return {
    ...memory,
    deps,
    filled,
    verify,
    sign,
    now: () => now,
    pass: (minutes: number) => {
      now = addMinutes(now, minutes);
    },
    setTo: (at: Instant) => {
      now = at;
    },
    list,
    item: async (of: string, id: string, name?: string) => itemOf(await list(of, name), id),
    requestOf,
    start: (of: string, given: Partial<Parameters<typeof startChecklist>[1]> = {}) =>
      startChecklist(
        deps,
        {
          owner: `firm#${of}`,
          template: 'services',
          day: firstDay,
          manager: 'han-sejin',
          people,
          by: 'operator:test',
          ...given,
        },
        now,
      ),
    /** As whoever has it open now. */
    report: async (of: string, id: string, report: Report, name = 'services') => {
      const found = await list(of, name);
      const { doer, turn } = itemOf(found, id);
      const request = await requestOf(of, doer, name);
      const { generation } = request;
      return reportItem(deps, { item: id, turn, request: request.id, generation, report }, now);
    },
    decide: async (of: string, id: string, decision: Decision, by = 'han-sejin', name = 'services') => {
      const found = await list(of, name);
      return decideItem(deps, { list: found.id, item: id, turn: itemOf(found, id).turn, by, decision }, now);
    },
    clock: () => {
      const { commit } = deps;
      const lapse = { ...checklistsLapses(deps) };
      const faulted = (fault: unknown) => {
        throw fault;
      };
      const interestsIn = nobodyInterested;
      return chaseRequests({ requests: asked, people: staff, commit, kinds, interestsIn, lapse, faulted }, now);
    },
    /** The mails that have left so far, the first one first: those of checklists as they are made now. */
    mails: async () => {
      const entries = memory.plain(memoryTables.OUTBOX_TABLE).map((item) => entrySchema.parse(item));
      const mails = entries.flatMap(({ errand }) => (errand.kind === 'mail' ? [errand] : []));
      return Promise.all(
        mails.map(async ({ template, to, ids }) => {
          if (!isRecipient(to)) throw new Error('nobody knows the recipient');
          return { template, to, ids, prepared: await templates[template]?.prepare(to, ids, now) };
        }),
      );
    },
    /** The path of the present link of a request. */
    linkOf: async (request: PersonRequest): Promise<string> => {
      const own = request.assignee.person === undefined ? {} : { own: 0 };
      const target = { purpose: 'request', id: request.id, generation: request.generation };
      const mac = await sign({ ...target, assignee: assigneeId(request.assignee), ...own });
      return pathOf(kinds, request, mac) ?? '';
    },
  };
}
export type ChecklistWorld = Awaited<ReturnType<typeof checklistWorld>>;
