import { linksEnvironment, noEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

/** What everybody who looks at a claim reads. */
const looking = {
  budgets: ['GetItem'],
  lecturers: ['GetItem', 'Query'],
  rules: ['Query'],
  timetables: ['GetItem'],
  rounds: ['GetItem'],
  people: ['GetItem', 'Query'],
} as const;

/** Lecturers' claims for wages, and who decides about them. */
export const claimsLambdas = {
  'claims-pages': {
    description: 'What claims ask: the lecturer, the academy manager, the officers of finance',
    environment: linksEnvironment,
    tables: {
      ...looking,
      rounds: ['GetItem', 'index/listed'],
      budgets: ['GetItem', 'PutItem'],
      claims: ['GetItem', 'Query', 'PutItem'],
      requests: ['GetItem', 'PutItem'],
      proofs: ['GetItem', 'DeleteItem'],
    },
    commits: 'audit and outbox',
    may: ['verify links'],
    routes: ['/r/claims/{proxy+}'],
    showsToStaff: true,
    memory: 1024,
  },
  'claims-tasks': {
    description: 'The steps of lecturer-wage-approval',
    environment: noEnvironment,
    tables: {
      claims: ['GetItem', 'Query', 'PutItem'],
      lecturers: ['GetItem', 'Query'],
      rules: ['Query'],
      timetables: ['GetItem'],
      people: ['GetItem', 'Query'],
      requests: ['GetItem', 'PutItem'],
    },
    commits: 'audit and outbox',
  },
  'claims-late': {
    description: 'Tells of claims that are not paid on the promised day',
    environment: noEnvironment,
    tables: { claims: ['GetItem', 'PutItem', 'index/state'], people: ['GetItem', 'Query'] },
    commits: 'audit and outbox',
    everyNight: true,
  },

  // What the Lambdas of others do with what is brought here.
  'outbox-dispatch': { tables: { claims: ['GetItem'], lecturers: ['GetItem'] } },
  'outbox-sweep': { tables: { claims: ['GetItem'], lecturers: ['GetItem'] } },
  'requests-chase': { tables: { claims: ['GetItem', 'PutItem'], lecturers: ['GetItem'] } },
  'runs-reconcile': { tables: { claims: ['GetItem', 'PutItem', 'index/needs-run'] } },
} as const satisfies Lambdas;
