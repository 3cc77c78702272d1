import { presentIn } from '../../../functions/agreements/agreement.ts';
import { signAgreement } from '../../../functions/agreements/sign-agreement.ts';
import { wire } from '../../../functions/app/wiring.ts';
import { loadTemplate } from '../../../functions/checklists/load-template.ts';
import { type DocumentState, withFiles } from '../../../functions/documents/document.ts';
import { ownerOf } from '../../../functions/onboarding/asked-documents.ts';
import type { onboardingSteps } from '../../../functions/onboarding/joints.ts';
import { onboardingDoer } from '../../../functions/onboarding/steps.ts';
import type { PersonRequest } from '../../../functions/requests/request.ts';
import { firstOf } from '../../../functions/residencies/residency.ts';
import { presentRunOf } from '../../../functions/runs/run.ts';
import { addMinutes, type Instant, localDateSchema } from '../../../functions/shared/time.ts';
import { loadSpaces } from '../../../functions/spaces/load-spaces.ts';
import { acceptedThen } from '../../../local/demo/lab/accept.ts';
import { apply, rankAs } from '../../../local/demo/lab/admit.ts';
import { labRound } from '../../../local/demo/lab/lab-round.ts';
import { admitted, type DemoStartup } from '../../../local/demo/lab/startups.ts';
import { templateFrom } from '../checklists/checklist-world.ts';
import { dropRequired } from '../checklists/drop-required.ts';
import { storedFile } from '../documents/stored-file.ts';
import { fontsInPackages } from '../fonts.ts';
import { memoryDatabase, memoryTables } from '../memory/memory-database.ts';
import { loadDemoPeople } from '../people/demo-people.ts';
import { rowOf } from '../spaces/made-up.ts';

/** One for all worlds, which come one after the other. */
const memory = memoryDatabase({ quick: true });

/** Residencies of one round begin on this Monday. */
export const firstDay = localDateSchema.parse('2027-05-10');

/**
 * Startups of the Lab in this process: admitted by the use cases at a moment that is said, with spaces and lists, and the
 * steps of their runs done one by one, as Step Functions would ask for them.
 */
export async function onboardingWorld(given: {
  readonly acceptedAt: Instant;
  readonly startups?: readonly DemoStartup[];
  readonly capacity?: number;
}) {
  memory.clear();
  const fonts = await fontsInPackages();
  const wired = wire(memoryTables, memory.db);
  const deps = Object.assign(wired, {
    baseUrl: 'http://localhost:3000',
    fonts: async () => fonts,
  });
  const { acceptedAt, startups = [admitted], capacity } = given;
  await loadDemoPeople(deps, addMinutes(acceptedAt, -60));
  const rows = [rowOf('annex-301', { accessible: true }), rowOf('annex-302'), rowOf('annex-303', { desks: 8 })];
  await loadSpaces(deps, { rows, by: 'operator:test' }, addMinutes(acceptedAt, -60));
  for (const name of ['lab-services', 'lab-exit'] as const) {
    await loadTemplate(deps, { template: templateFrom(name), by: 'operator:test' }, addMinutes(acceptedAt, -60));
  }
  const draft = labRound({
    id: 'lab-then',
    code: 'S-27H1',
    title: { ko: '시연', en: 'Demonstration' },
    firstDay,
    ...(capacity !== undefined && { capacity }),
  });
  const applied = await apply(deps, draft, startups);
  await rankAs(deps, applied, addMinutes(acceptedAt, -30));
  const seats = startups.slice(0, capacity ?? startups.length);
  const residencies = await acceptedThen(
    deps,
    { round: applied.round, references: applied.references.slice(0, seats.length) },
    acceptedAt,
  );
  const [first] = residencies;
  if (!first) throw new Error('nobody was admitted');

  let now = acceptedAt;
  let token = 0;
  const present = async (id = first.id) => {
    const residency = await deps.residencies.get(id);
    if (!residency) throw new Error(`there is no residency ${id}`);
    return residency;
  };
  /** What a run that has handed out a token waits for, or with which outcome it goes on. */
  const waitsFor = async (handedOut: string): Promise<string> => {
    const callback = memory
      .plain('requests')
      .find(({ pk, token: of }) => String(pk).startsWith('callback#') && of === handedOut);
    const of = callback?.request;
    const request = typeof of === 'string' ? await deps.requests.get(of) : undefined;
    if (request) return request.state === 'OPEN' ? 'WAITS' : (request.outcome ?? request.state);
    if (callback?.outcome === 'NEWS') return 'WAITS';
    return typeof callback?.outcome === 'string' ? callback.outcome : 'NOTHING';
  };
  /** Does a step as its run does. @returns the outcome, or that it waits for somebody */
  const step = async (name: keyof typeof onboardingSteps, id = first.id): Promise<string> => {
    const residency = await present(id);
    const run = presentRunOf(residency.id, residency);
    const isAsk = ['ask-for-documents', 'check-documents', 'ask-for-signatures', 'ask-for-space', 'prepare-services'];
    token += 1;
    const input = {
      step: name,
      reference: id,
      run,
      ...(isAsk.includes(name) && { token: `token-${token}` }),
      ...(name === 'begin-residency' && { checks: 0 }),
    };
    const { outcome } = await onboardingDoer.perform(deps, input, now);
    if (outcome !== 'ASKED') return outcome;
    return waitsFor(`token-${token}`);
  };
  const requestOf = async (kind: string, id = first.id): Promise<PersonRequest> => {
    const all = await Promise.all((await deps.requests.ofSubject(id)).map((one) => deps.requests.get(one)));
    const found = all.find((one) => one?.kind === kind && one.state === 'OPEN');
    if (!found) throw new Error(`${kind} is not open for ${id}`);
    return found;
  };
  /** Has a document of a slot in a state, as sending and looking through it would leave it. */
  const document = async (slot: string, state: DocumentState, id = first.id): Promise<void> => {
    const owner = ownerOf(id);
    const was = await deps.documents.slot({ owner, slot });
    const file = storedFile({
      id: `${slot}-${(was?.files.length ?? 0) + 1}`,
      number: (was?.files.length ?? 0) + 1,
      state,
      begunAt: now,
      until: addMinutes(now, 15),
      arrivedAt: now,
      ...(state === 'RETURNED' && { decided: { by: 'person:kwon-dahye', at: now, reason: 'too-old' as const } }),
    });
    const base = was ?? { owner, slot, revision: 0, files: [] };
    const others = base.files.map((one) => (one.state === 'CLEAN' ? { ...one, state: 'RETURNED' as const } : one));
    const next = withFiles(base, [...others, file]);
    await deps.commit({
      changes: [deps.documents.save(next, was)],
      events: [{ subject: id, type: 'DocumentArrived', by: 'system:test', at: now, data: { slot } }],
    });
  };
  /** Whoever is asked to sign now signs. */
  const sign = async (id = first.id): Promise<string> => {
    const { agreement } = firstOf(await present(id));
    const stored = agreement === undefined ? undefined : await deps.agreements.get(agreement);
    const version = stored && presentIn(stored);
    const request = version?.request === undefined ? undefined : await deps.requests.get(version.request);
    if (!version || !request) throw new Error('nobody is asked to sign');
    const signer = version.signers[version.signatures.length];
    const { kind } = await signAgreement(
      deps,
      {
        request: request.id,
        generation: request.generation,
        name: signer?.name ?? '',
        sha256: version.sha256,
        code: 'challenge',
      },
      now,
    );
    return kind;
  };
  /** The manager drops what is required of the list of services, so that nothing of it is left. */
  const services = (id = first.id): Promise<void> => dropRequired({ ...deps, now: () => now }, ownerOf(id), 'services');

  return {
    ...memory,
    deps,
    applied,
    residencies,
    id: first.id,
    present,
    step,
    waitsFor,
    requestOf,
    document,
    sign,
    services,
    now: () => now,
    at: (moment: Instant) => {
      now = moment;
    },
  };
}
