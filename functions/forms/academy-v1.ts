import { aboutYou } from './academy-v1/about-you.ts';
import { attendance } from './academy-v1/attendance.ts';
import { background } from './academy-v1/background.ts';
import { why } from './academy-v1/why.ts';
import { applicationForm } from './form.ts';

/** The academy's application form. A change that applicants would notice is a new form, `academy-v2`. */
export const academyV1 = applicationForm('academy-v1', [aboutYou, background, why, attendance]);
