import type { Dependencies } from '../../functions/app/dependencies.ts';
import { openRequestOf } from '../../functions/claims/requests.ts';
import type { CapabilityOps } from '../capability-ops.ts';
import { holderOf } from '../commands/holder-of.ts';
import { claimRows, claimsAct, claimsDraft, claimsList, claimsShow } from './claims-commands.ts';
import { claimsCorrect } from './claims-correct.ts';
import { claimsExtra } from './claims-extra.ts';
import { claimsRepaid } from './claims-repaid.ts';

async function holders(deps: Dependencies, id: string): Promise<readonly string[]> {
  const claim = await deps.claims.get(id);
  return claim ? holderOf(await openRequestOf(deps, claim)) : [];
}

/** What the command line does with claims for wages. */
export const claimsOps: CapabilityOps = {
  ofId: claimRows,
  holders: { 'lecturer-wage-approval': holders },
  revised: { table: 'CLAIMS_TABLE', sk: 'claim', machine: 'lecturer-wage-approval' },
  commands: {
    'claims draft': {
      usage: 'claims draft COHORT MONTH',
      about: 'asks each lecturer about what they have taught (2027-03)',
      run: (at, words) => claimsDraft(at(), words),
    },
    'claims list': {
      usage: 'claims list MONTH',
      about: 'the claims of a month, and where each is',
      run: (at, [month]) => claimsList(at(), month),
    },
    'claims show': {
      usage: 'claims show CLAIM',
      about: 'a claim line by line, and who has it',
      run: (at, [id]) => claimsShow(at(), id),
    },
    'claims hold': {
      usage: 'claims hold CLAIM --reason TEXT',
      about: 'nobody decides about it and nothing is paid',
      run: (at, [id]) => claimsAct(at(), 'hold', id),
    },
    'claims release': {
      usage: 'claims release CLAIM --reason TEXT',
      about: 'lets it go on',
      run: (at, [id]) => claimsAct(at(), 'release', id),
    },
    'claims undo': {
      usage: 'claims undo CLAIM --reason TEXT',
      about: 'takes its approval back, before it is in a batch',
      run: (at, [id]) => claimsAct(at(), 'undo', id),
    },
    'claims cancel': {
      usage: 'claims cancel CLAIM --reason TEXT',
      about: 'ends it; its lessons can be claimed again',
      run: (at, [id]) => claimsAct(at(), 'cancel', id),
    },
    'claims correct': {
      usage: 'claims correct CLAIM [LESSON NOT|19:00-21:00] --reason TEXT',
      about: 'what a paid claim was wrong by: in the next one, or paid back',
      run: (at, words) => claimsCorrect(at(), words),
    },
    'claims extra': {
      usage: 'claims extra CLAIM LESSON manuscript|travel WON --reason TEXT',
      about: 'adds a manuscript or travel to a claim before finance approves it; 0 takes it away',
      run: (at, words) => claimsExtra(at(), words),
    },
    'claims repaid': {
      usage: 'claims repaid CLAIM WON DAY',
      about: 'records what a lecturer has paid back, all or a part of it',
      run: (at, words) => claimsRepaid(at(), words),
    },
  },
};
