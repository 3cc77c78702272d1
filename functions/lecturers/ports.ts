import { lecturersLapses } from './lapses.ts';
import { financeOfficer, lecturerRecipient } from './lecturer.ts';
import { lecturerInterests } from './lecturer-interests.ts';
import { lecturersNotices } from './notices.ts';

/** What is brought for lecturers, and for finance, which decides what they are paid to. */
export const lecturersPorts = {
  notices: lecturersNotices,
  roles: [financeOfficer],
  recipients: [lecturerRecipient],
  lapses: lecturersLapses,
  interestsIn: lecturerInterests,
} as const;
