import { parseReference, type Reference } from '../shared/references.ts';
import { residencyOfEvent } from './residency-event.ts';

/**
 * The application of the startup that a request is about: it is about the residency, which has the application's
 * reference, or about something that happens in it.
 */
export const applicationAbout = (subject: string): Reference | undefined =>
  parseReference(subject) ?? parseReference(residencyOfEvent(subject));
