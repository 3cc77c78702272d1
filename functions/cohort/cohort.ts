import type { Enrolment } from '../seats/enrolment.ts';
import type { Seat } from '../seats/seat.ts';
import type { Dependencies } from './dependencies.ts';

/** The id of the consent under which institutions are given who takes part. */
export const institutionConsent = 'institution-sharing';

/** One of a confirmed cohort. Personal data: for the people whose page it is on. */
export interface Member {
  /** Of the seat. */
  readonly number: number;
  readonly reference: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** Promised to attend. */
  readonly attends: boolean;
  readonly contact: Enrolment['contact'];
  /** Whether the institutions may be given name, e-mail and phone. */
  readonly shared: boolean;
}

/** Members read at a time. */
const abreast = 25;

/** Who has a seat at this moment, by the numbers of the seats. */
export async function cohortOf(
  deps: Pick<Dependencies, 'seats' | 'applications'>,
  roundId: string,
  capacity: number,
): Promise<Member[]> {
  const seats = (await deps.seats.seatsOf(roundId, capacity)).filter(({ state }) => state === 'TAKEN');
  const members: Member[] = [];
  for (let from = 0; from < seats.length; from += abreast) {
    const some = await Promise.all(seats.slice(from, from + abreast).map((seat) => memberIn(deps, seat)));
    members.push(...some.filter((member) => member !== undefined));
  }
  return members;
}

async function memberIn(
  { seats, applications }: Pick<Dependencies, 'seats' | 'applications'>,
  { number, reference }: Seat,
): Promise<Member | undefined> {
  const application = reference ? await applications.get(reference) : undefined;
  if (!application?.name || !application.email || application.erasedAt) return undefined;
  const [version, enrolment] = await Promise.all([
    applications.version(application.reference, application.version),
    seats.enrolment(application.reference),
  ]);
  return {
    number,
    reference: application.reference,
    name: application.name,
    email: application.email,
    phone: String(version?.answers.mobile ?? ''),
    attends: enrolment?.attends ?? false,
    contact: enrolment?.contact,
    shared: enrolment?.consents[institutionConsent] === true,
  };
}
