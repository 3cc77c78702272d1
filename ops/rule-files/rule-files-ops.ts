import type { CapabilityOps } from '../capability-ops.ts';
import { rulesCheck, rulesList, rulesLoad, rulesShow } from './rule-files-commands.ts';

/** What the command line does with the files that finance confirms. */
export const ruleFilesOps: CapabilityOps = {
  commands: {
    'rules check': {
      usage: 'rules check FILE',
      about: 'what is wrong in a rate card, tax rules or a budget',
      alone: true,
      run: (_, [file]) => rulesCheck(file),
    },
    'rules load': {
      usage: 'rules load FILE',
      about: 'proposes it; in force when somebody else of finance has confirmed it',
      run: (at, [file]) => rulesLoad(at(), file),
    },
    'rules list': {
      usage: 'rules list',
      about: 'what is in force today, and what waits for finance',
      run: (at) => rulesList(at()),
    },
    'rules show': {
      usage: 'rules show SLOT [--version N]',
      about: 'all versions, or the file of one',
      run: (at, [slot]) => rulesShow(at(), slot),
    },
  },
};
