import { afterKind, puts, there } from '../recorded/recorded-items.ts';
import type { RecordedItems } from '../support.ts';

export const seatsRecorded: RecordedItems = {
  savingAgain: {
    'seats.enrolment': async ({ seats }, { reference }) =>
      puts(seats.putEnrolment(there(await seats.enrolment(String(reference))))),
    'seats.letter': async ({ letters }, { reference }) =>
      puts(...letters.create(there(await letters.get(String(reference))))),
    'seats.place': async ({ seats }, { reference }) => {
      const was = there(await seats.place(String(reference)));
      return puts(seats.savePlace(was, was));
    },
    'seats.seat': async ({ seats }, { id }) => {
      const was = there(await seats.seat(String(id)));
      return puts(seats.saveSeat(was, was));
    },
    'seats.waitlist-guard': async ({ seats }, { roundId }) => {
      const was = there(await seats.guard(String(roundId)));
      return puts(seats.raiseGuard({ ...was, revision: was.revision - 1 }));
    },
  },
  reading: {
    'seats.letter-code': async (_, { reference }) => reference,
    'seats.looks': ({ seats }) => seats.reconsiderationsAreOpen('academy-2027h1'),
    'seats.waitlist': async ({ seats }, { pk }) => {
      const [roundId = '', quota] = afterKind(pk).split('#');
      return seats.nextWaiting(roundId, quota);
    },
  },
};
