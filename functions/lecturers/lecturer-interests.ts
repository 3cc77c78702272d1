import type { InterestsIn } from '../requests/interests.ts';
import { once } from '../shared/once.ts';
import type { Dependencies } from './dependencies.ts';
import { isLecturer, lecturerOf } from './lecturer.ts';

/** What the staff has to do with what is asked about a lecturer: nobody decides about their own money. */
export const lecturerInterests =
  (deps: Pick<Dependencies, 'lecturers'>): InterestsIn =>
  ({ subject }) => {
    const id = lecturerOf(subject);
    const about = once(async () => (id === undefined ? undefined : deps.lecturers.get(id)));
    return async (person) => {
      const lecturer = await about();
      return lecturer && isLecturer(lecturer, person) ? 'surely' : undefined;
    };
  };
