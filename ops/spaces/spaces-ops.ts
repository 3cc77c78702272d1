import type { CapabilityOps } from '../capability-ops.ts';
import { spacesFree, spacesList, spacesPropose, spacesReturn } from './spaces-commands.ts';
import { spacesCheck, spacesLoad } from './spaces-files.ts';

/** What the command line does with spaces. */
export const spacesOps: CapabilityOps = {
  commands: {
    'spaces check': {
      usage: 'spaces check FILE.csv',
      about: 'what is wrong in a file of spaces',
      alone: true,
      run: (_, [file]) => spacesCheck(file),
    },
    'spaces load': {
      usage: 'spaces load FILE.csv',
      about: 'the spaces that there are; refused if one that is held would be taken away',
      run: (at, [file]) => spacesLoad(at(), file),
    },
    'spaces list': {
      usage: 'spaces list [DATE]',
      about: 'each space on a day: its contract, who is there, who stays past the end',
      run: (at, [date]) => spacesList(at(), date),
    },
    'spaces free': {
      usage: 'spaces free FROM TO',
      about: 'what can be given away for a period, and who has to leave before',
      run: (at, words) => spacesFree(at(), words),
    },
    'spaces propose': {
      usage: 'spaces propose DESKS FROM TO [step-free]',
      about: 'the spaces that fit, the best first, and why each other one does not',
      run: (at, words) => spacesPropose(at(), words),
    },
    'spaces return': {
      usage: 'spaces return SPACE DATE',
      about: 'confirms that the holder of a space has left: its last day of use',
      run: (at, words) => spacesReturn(at(), words),
    },
  },
};
