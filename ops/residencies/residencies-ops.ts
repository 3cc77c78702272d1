import type { CapabilityOps } from '../capability-ops.ts';
import { residenciesDue, residenciesList, residenciesShow } from './residencies-commands.ts';
import { eventHolders, eventRows, onboardingHolders, rowsWithRuns } from './residency-rows.ts';

/** What the command line does with residencies, and shows of the way into the Lab. */
export const residenciesOps: CapabilityOps = {
  commands: {
    'residencies list': {
      usage: 'residencies list [all]',
      about: 'who is in the Lab or on the way: where each stands, its space, late reports, whom it waits for',
      run: (at, [which]) => residenciesList(at(), which),
    },
    'residencies show': {
      usage: 'residencies show REFERENCE',
      about: 'contracts, spaces, reports, what happens in it and its runs',
      run: (at, [reference]) => residenciesShow(at(), reference),
    },
    'residencies due': {
      usage: 'residencies due [--at INSTANT]',
      about:
        'begins what is due, as the night does: reports, invitations to renew, exits; and tells who stays past the end',
      run: (at) => residenciesDue(at()),
    },
  },
  ofApplication: async (context, { reference }) => rowsWithRuns(context, reference),
  holders: { 'startup-lab-onboarding': onboardingHolders },
  revised: { table: 'RESIDENCIES_TABLE', pk: 'residencies', machine: 'startup-lab-onboarding' },
};

/** What the command line shows of what happens in a residency by a date. */
export const residencyEventsOps: CapabilityOps = {
  ofId: eventRows,
  holders: { 'residency-event': eventHolders },
  revised: { table: 'RESIDENCYEVENTS_TABLE', machine: 'residency-event' },
};
