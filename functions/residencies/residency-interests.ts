import type { InterestsIn } from '../requests/interests.ts';
import { interestsIn } from '../reviewers/interests-in.ts';
import { parseReference } from '../shared/references.ts';
import type { Dependencies } from './dependencies.ts';
import { residencyOfEvent } from './residency-event.ts';

type Reach = Pick<Dependencies, 'applications' | 'rounds' | 'screenings'>;

const none = async () => undefined;

/**
 * What the staff has to do with the startup that a request is about, by its application: a request is about the residency,
 * which has the application's reference, or about something that happens in it.
 */
export const residencyInterests =
  (deps: Reach): InterestsIn =>
  ({ subject }) => {
    const reference = parseReference(subject) ?? parseReference(residencyOfEvent(subject));
    return reference === undefined ? none : interestsIn(deps, deps.screenings)({ subject: reference });
  };

/** The same for what happens in residencies only: of their applications those are told who serve all capabilities. */
export const eventInterests =
  (deps: Reach): InterestsIn =>
  ({ subject }) =>
    parseReference(subject) === undefined ? residencyInterests(deps)({ subject }) : none;
