import { roles } from '../../functions/app/roles.ts';
import { type Acting, personOf } from '../../functions/payments/separation.ts';
import { operatorAmong } from '../../functions/people/operator.ts';
import { Complaint, type Context } from '../context.ts';

/**
 * Who of the staff works at the command line: who agreed to a claim, or is paid by it, does not pay it from there either.
 * @throws Complaint on AWS, if nobody is known by the name of the credentials: they could be anybody
 */
export async function actingOf({ people, by, local }: Pick<Context, 'by' | 'local' | 'people'>): Promise<Acting> {
  const person = await operatorAmong({ people, roles }, by);
  if (person) return { person: person.id, email: person.email };
  if (local) return { person: personOf(by) };
  throw new Complaint(
    `The cloud knows you as ${personOf(by)}, and nobody of the staff has that name: sign in with your address as the name of the session, or have it entered in the column operatorNames of the people file.`,
  );
}
