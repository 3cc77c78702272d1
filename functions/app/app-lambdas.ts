import * as z from 'zod';
import { codesEnvironment, linksEnvironment, noEnvironment } from '../shared/aws/environment.ts';
import type { Lambda, Lambdas } from '../shared/aws/lambda.ts';

/** The environment is text on both sides: infra writes it, the entry reads the number. */
const wholeNumber = z.string().regex(/^[1-9]\d*$/);

/** Beginning of every state machine's ARN; the name of the workflow follows. */
const runs = { STATE_MACHINE_PREFIX: z.string() };

const deliverEnvironment = z.object({
  ...linksEnvironment.shape,
  ...codesEnvironment.shape,
  ...runs,
  /** Below the SES account's sending rate. */
  MAILS_A_SECOND: wholeNumber,
  /** Below the account's quota of StartExecution. */
  STARTS_A_SECOND: wholeNumber,
  MAIL_FROM: z.email(),
  MAIL_REPLY_TO: z.email(),
  /** The name of the stage, for the commands that operators are told. */
  STAGE: z.string(),
});

/** Mails are made of the truth of the moment, of whatever capability. */
const deliver = {
  environment: deliverEnvironment,
  tables: {
    outbox: ['GetItem', 'UpdateItem'],
    pace: ['UpdateItem'],
    addresses: ['GetItem'],
    requests: ['GetItem'],
    rounds: ['GetItem'],
    people: ['GetItem', 'Query'],
  },
  commits: 'audit and outbox',
  may: ['sign links', 'derive codes', 'send mail', 'start and resume runs', 'look at runs'],
} as const satisfies Partial<Lambda>;

/** The Lambdas that serve all capabilities, which grant them what they bring. */
export const appLambdas = {
  'assets-assets': {
    description: 'The stylesheet and the fonts of the pages',
    environment: noEnvironment,
    tables: {},
    routes: ['/assets/{proxy+}'],
  },
  'outbox-dispatch': {
    ...deliver,
    description: 'Delivers what a change sends out, at once',
    /** The name of the sweep, which is called if something has to wait for its slot. */
    environment: z.object({ ...deliverEnvironment.shape, SWEEP_FUNCTION: z.string() }),
    may: [...deliver.may, 'wake the sweep'],
    seconds: 240,
  },
  'outbox-sweep': {
    ...deliver,
    description: 'Delivers what is due, on the clock',
    tables: { ...deliver.tables, outbox: ['GetItem', 'UpdateItem', 'index/due'] },
    onTheClock: true,
    // As long as the clock's interval: if more is due than may leave, hardly a second of it is lost.
    seconds: 300,
    // It renders and signs as many mails as leave in a second.
    memory: 1024,
  },
  'requests-chase': {
    description: 'Reminds, passes on, escalates and lets lapse what is due',
    environment: noEnvironment,
    tables: {
      requests: ['GetItem', 'PutItem', 'index/due', 'index/open-for', 'index/overdue'],
      people: ['GetItem', 'Query'],
      rounds: ['GetItem'],
    },
    commits: 'audit and outbox',
    onTheClock: true,
    seconds: 240,
  },
  'requests-pages': {
    description: 'Leads links of before to the pages of the capability that answers them',
    environment: linksEnvironment,
    tables: { requests: ['GetItem'], people: ['GetItem'] },
    may: ['verify links'],
    routes: ['/r/{proxy+}'],
  },
  'runs-reconcile': {
    description:
      'Starts a run for everything that needs one and has none, on the clock and when a run ends badly; counts the rounds',
    environment: z.object(runs),
    tables: { people: ['GetItem', 'Query'], pace: ['GetItem', 'PutItem'] },
    commits: 'audit and outbox',
    may: ['look at runs'],
    onTheClock: true,
    seconds: 240,
  },
  /** Until the end of 2027, as `admission-tasks`. */
  'applications-tasks': {
    description: 'The steps of runs of applicant-intake that began before intake was a capability of its own',
    environment: noEnvironment,
    tables: {
      applications: ['GetItem', 'Query', 'PutItem'],
      requests: ['GetItem', 'PutItem'],
      rounds: ['GetItem'],
      people: ['GetItem', 'Query'],
      outbox: ['GetItem'],
    },
    commits: 'audit and outbox',
    stillCalledBy: ['applicant-intake'],
  },
  /**
   * Until the end of 2027: definitions of before each capability did its own steps call it, and a run goes on by the
   * definition that it was started with for as long as its round lasts. See test/infra/recorded-definitions.test.ts.
   */
  'admission-tasks': {
    description: 'The steps of runs of cohort-admission and seat-offer that began before each capability did its own',
    environment: noEnvironment,
    tables: {
      admissions: ['GetItem', 'PutItem'],
      seats: ['GetItem', 'Query', 'PutItem', 'DeleteItem'],
      requests: ['GetItem', 'PutItem'],
      applications: ['GetItem', 'Query', 'PutItem'],
      rounds: ['GetItem', 'ConditionCheckItem'],
      people: ['GetItem', 'Query'],
    },
    commits: 'audit and outbox',
    stillCalledBy: ['cohort-admission', 'seat-offer'],
    seconds: 120,
    memory: 1769,
  },
} as const satisfies Lambdas;
