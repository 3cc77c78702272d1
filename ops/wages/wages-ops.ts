import type { CapabilityOps } from '../capability-ops.ts';
import { wagesCheck, wagesExplain } from './wages-files.ts';

/** What the command line does with the rules of wages: a card is tried before anybody is paid by it. */
export const wagesOps: CapabilityOps = {
  commands: {
    'wages check': {
      usage: 'wages check FILE',
      about: 'what is wrong in a rate card, tax rules or a claim to try them with',
      alone: true,
      run: (_, [file]) => wagesCheck(file),
    },
    'wages explain': {
      usage: 'wages explain CARD TAX CLAIM',
      about: 'what a claim comes to by a rate card and tax rules, line by line',
      alone: true,
      run: (_, files) => wagesExplain(files),
    },
  },
};
