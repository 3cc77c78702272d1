import { codesEnvironment, pagesEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

export const secondFactorLambdas = {
  'second-factor-pages': {
    description: 'Passkeys of the staff, and the proof of one decision by a passkey or a code',
    environment: pagesEnvironment.extend(codesEnvironment.shape),
    tables: {
      people: ['GetItem'],
      sessions: ['GetItem'],
      codes: ['GetItem', 'UpdateItem', 'PutItem'],
      passkeys: ['GetItem', 'PutItem'],
      proofs: ['GetItem', 'PutItem', 'DeleteItem'],
    },
    commits: 'audit',
    may: ['derive codes'],
    routes: ['/desk/passkeys', '/desk/passkeys/{proxy+}', '/desk/prove/{proxy+}'],
    memory: 1024,
  },
} as const satisfies Lambdas;
