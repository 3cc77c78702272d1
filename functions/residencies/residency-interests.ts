import type { InterestsIn } from '../requests/interests.ts';
import { interestsIn } from '../reviewers/interests-in.ts';
import { applicationAbout } from './application-about.ts';
import type { Dependencies } from './dependencies.ts';

/** What the staff has to do with the startup that a request is about, by its application. */
export const residencyInterests =
  (deps: Pick<Dependencies, 'applications' | 'rounds' | 'screenings'>): InterestsIn =>
  ({ subject }) => {
    const reference = applicationAbout(subject);
    return reference === undefined ? async () => undefined : interestsIn(deps, deps.screenings)({ subject: reference });
  };
