import type { CapabilityOps } from '../capability-ops.ts';
import { rulesLoad } from '../rule-files/rule-files-commands.ts';
import { budgetCheck, budgetCommit, budgetFree, budgetShow } from './budget-commands.ts';

/** What the command line does with budgets. */
export const budgetOps: CapabilityOps = {
  commands: {
    'budget check': {
      usage: 'budget check FILE',
      about: 'what is wrong in the budget of a year',
      alone: true,
      run: (_, [file]) => budgetCheck(file),
    },
    'budget load': {
      usage: 'budget load FILE',
      about: 'proposes the ceilings of a year, which finance confirms; none below what is promised',
      run: (at, [file]) => rulesLoad(at(), file, 'budget'),
    },
    'budget show': {
      usage: 'budget show YEAR',
      about: 'what is reserved, spent and free, by line',
      run: (at, [year]) => budgetShow(at(), year),
    },
    'budget commit': {
      usage: 'budget commit COHORT [CARD LECTURERS]',
      about: 'reserves what a timetable will cost by the rules in force; refused over the ceiling',
      run: (at, words) => budgetCommit(at(), words),
    },
    'budget free': {
      usage: 'budget free COHORT',
      about: 'frees what was reserved for a timetable and not claimed',
      run: (at, [cohort]) => budgetFree(at(), cohort),
    },
  },
};
