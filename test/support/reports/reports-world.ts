import { keepSession } from '../../../functions/applications/keep-session.ts';
import { keepCredential } from '../../../functions/applications/pages/context.ts';
import { entrySchema } from '../../../functions/outbox/entry.ts';
import { figuresOf } from '../../../functions/reports/figures.ts';
import type { Figures } from '../../../functions/reports/report.ts';
import { sendReport } from '../../../functions/reports/send-report.ts';
import { chaseRequests } from '../../../functions/requests/chase.ts';
import type { PersonRequest } from '../../../functions/requests/request.ts';
import { changedResidency, type Residency } from '../../../functions/residencies/residency.ts';
import { beginDue } from '../../../functions/residency-events/begin-due.ts';
import { residencyEventsDoer } from '../../../functions/residency-events/steps.ts';
import { presentRunOf } from '../../../functions/runs/run.ts';
import type { PageResponse } from '../../../functions/shared/pages/request.ts';
import { movedInThen } from '../../../local/demo/lab/move-in.ts';
import type { DemoStartup } from '../../../local/demo/lab/startups.ts';
import { memoryRoutes } from '../memory/memory-pages.ts';
import { moment } from '../moment.ts';
import { onboardingWorld } from '../onboarding/onboarding-world.ts';
import { figures } from './said-figures.ts';

/** A startup that has been in the Lab since 10 May 2027, and what the clock and the runs do about its reports. */
export async function reportsWorld(given: { readonly startups?: readonly DemoStartup[] } = {}) {
  const world = await onboardingWorld({ acceptedAt: moment('2027-04-16T10:00+09:00'), ...given });
  const { deps, id } = world;
  await movedInThen(deps, await world.present(), 'annex-301', moment('2027-05-03T10:00+09:00'));
  let token = 0;

  /** Which reports the clock begins in a night. */
  const night = async (written: string): Promise<readonly string[]> => {
    world.at(moment(written));
    const faulted = (error: unknown): never => {
      throw error;
    };
    return (await beginDue({ ...deps, faulted }, world.now())).begun.filter((one) => /-\d{4}Q\d$/u.test(one));
  };
  const event = async (about: string) => {
    const found = await deps.residencyEvents.get(`${id}-${about}`);
    if (!found) throw new Error(`nothing has begun about ${about}`);
    return found;
  };
  /** Does a step of a report's run. @returns what it waits for, or with which outcome it goes on */
  const ask = async (about: string): Promise<string> => {
    const { id: reference, ...rest } = await event(about);
    token += 1;
    const run = presentRunOf(reference, rest);
    await residencyEventsDoer.perform(
      deps,
      { step: 'ask-for-report', reference, run, token: `report-${token}` },
      world.now(),
    );
    return world.waitsFor(`report-${token}`);
  };
  const requestOf = async (about: string): Promise<PersonRequest> => {
    const all = await Promise.all(
      (await deps.requests.ofSubject(`${id}-${about}`)).map((one) => deps.requests.get(one)),
    );
    const [found] = all;
    if (!found) throw new Error(`nothing was asked about ${about}`);
    return found;
  };
  const send = (about: string, change: Partial<Figures> = {}) =>
    sendReport(deps, { event: `${id}-${about}`, figures: figures(change), by: `applicant:${id}` }, world.now());
  /** What the clock does about open requests at a moment. */
  const chase = (written: string) => {
    world.at(moment(written));
    return chaseRequests({ ...deps, lapse: {} }, world.now());
  };
  /** Which mails were put into the outbox, each with to whom, in their order. */
  const mailed = () =>
    world.plain('outbox').flatMap((entry) => {
      const { errand } = entrySchema.parse(entry);
      return errand.kind === 'mail' ? [errand] : [];
    });
  const mails = (): readonly string[] => mailed().map(({ template }) => template);
  const change = async (how: Partial<Residency>, move?: 'end'): Promise<void> => {
    const was = await world.present();
    await deps.commit({
      changes: [deps.residencies.save(changedResidency(was, world.now(), how, move), was)],
      events: [{ subject: id, type: 'OnboardingNews', by: 'system:test', at: world.now() }],
    });
  };

  return {
    ...world,
    night,
    event,
    ask,
    reportRequest: requestOf,
    send,
    chase,
    mailed,
    mails,
    change,
    figures: () => figuresOf(deps, id, world.now()),
  };
}
export type ReportsWorld = Awaited<ReturnType<typeof reportsWorld>>;

/** The browser of a startup that has its application open, and whatever link it follows. */
export async function browserOf(world: ReportsWorld, given: { readonly verifies?: boolean } = {}) {
  const { deps, id } = world;
  const mac = async () => 'mac';
  const routes = memoryRoutes({
    db: world.db,
    baseUrl: 'http://localhost:3000',
    sign: mac,
    verify: async () => given.verifies ?? true,
    signCode: mac,
    codesAnHour: 9,
  });
  const application = await deps.applications.get(id);
  const round = application && (await deps.rounds.current(application.roundId));
  if (!application || !round) throw new Error('there is no application');
  const { secret } = await keepSession(deps, round, application, world.now());
  const [pair = ''] = keepCredential({ secure: false }, { kind: 'session', reference: id, secret }).split(';');
  const [name = '', value = ''] = pair.split('=');
  const visit =
    (method: 'GET' | 'POST') =>
    (
      pattern: string,
      params: Readonly<Record<string, string>>,
      form: Readonly<Record<string, string>> = {},
    ): Promise<PageResponse> => {
      const route = routes.find((one) => one.path === pattern && one.method === method);
      if (!route) throw new Error(`nothing answers ${pattern}`);
      return route.page({
        method,
        path: pattern.replaceAll(/\{(\w+)\}/gu, (_, part: string) => params[part] ?? ''),
        params,
        query: {},
        form: new Map(Object.entries({ application: id, ...form }).map(([field, text]) => [field, [text]])),
        cookies: { [name]: value },
        lang: 'ko',
        source: 'test',
        now: world.now(),
      });
    };
  return { get: visit('GET'), post: visit('POST') };
}
