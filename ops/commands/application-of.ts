import type { Application } from '../../functions/applications/application.ts';
import { parseReference } from '../../functions/shared/references.ts';
import { Complaint, type Context, needed } from '../context.ts';

/** The application of a reference as somebody read it out. */
export async function applicationOf(context: Context, typed: string | undefined, usage: string): Promise<Application> {
  const reference = parseReference(needed(typed, usage));
  if (!reference) throw new Complaint(`${typed} is no reference: a character is wrong or missing.`);
  const application = await context.applications.get(reference);
  if (!application) throw new Complaint(`There is no application ${reference}.`);
  return application;
}
