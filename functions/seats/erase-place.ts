import type { Erasing } from '../applications/leaving.ts';
import { admissionInRun } from '../selection/admission.ts';
import type { Dependencies } from './dependencies.ts';
import { placeIsOpen } from './place.ts';

/** What enrolling asked for, and the letter. */
export const placeErasing = ({
  admissions,
  seats,
  letters,
}: Pick<Dependencies, 'admissions' | 'seats' | 'letters'>): Erasing => ({
  /** Somebody without a name must not be ranked, and must not keep a seat that somebody else waits for. */
  holds: async ({ reference, state, roundId }) => {
    const place = await seats.place(reference);
    if (state !== 'ACCEPTED' || (place && !placeIsOpen(place))) return false;
    const admission = await admissions.get(roundId);
    return admission !== undefined && admissionInRun(admission);
  },
  person: async (reference) => {
    const [place, letter] = await Promise.all([seats.place(reference), letters.get(reference)]);
    return [...(place ? [seats.removeEnrolment(reference)] : []), ...(letter ? letters.remove(letter) : [])];
  },
});
