import type { CapabilityOps } from '../capability-ops.ts';
import {
  checklistRows,
  checklistsCheck,
  checklistsList,
  checklistsLoad,
  checklistsShow,
} from './checklists-commands.ts';

/** What the command line does with checklists. */
export const checklistsOps: CapabilityOps = {
  ofId: checklistRows,
  commands: {
    'checklists check': {
      usage: 'checklists check FILE.yaml',
      about: 'what is wrong in the template of a checklist',
      alone: true,
      run: (_, [file]) => checklistsCheck(file),
    },
    'checklists load': {
      usage: 'checklists load FILE.yaml',
      about: 'lists begin by it from now on',
      run: (at, [file]) => checklistsLoad(at(), file),
    },
    'checklists list': {
      usage: 'checklists list',
      about: 'those under way, what is due next first',
      run: (at) => checklistsList(at()),
    },
    'checklists show': {
      usage: 'checklists show LIST',
      about: 'each item, and whom the list waits for',
      run: (at, [list]) => checklistsShow(at(), list),
    },
  },
};
