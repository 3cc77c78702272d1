import type { Support } from '../support.ts';
import { applicationsSamples } from './mail-samples.ts';
import { applicationsRecorded } from './recorded.ts';

export const applicationsSupport: Support = {
  samples: applicationsSamples,
  recorded: applicationsRecorded,
  indexed: [{ table: 'APPLICATIONS_TABLE', attributes: ['needsRun'], has: ({ sk }) => sk === 'application' }],
};
