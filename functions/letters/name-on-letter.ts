import type { Application } from '../applications/application.ts';
import type { Dependencies } from '../seats/dependencies.ts';
import { isDrawable } from '../shared/pdf/drawable.ts';

/** The name that a letter shows: as it was sent, or in Latin letters where no font draws it. Nothing, once erased. */
export async function nameOnLetter(
  { applications }: Pick<Dependencies, 'applications'>,
  { reference, version, name }: Pick<Application, 'reference' | 'version' | 'name'>,
): Promise<string | undefined> {
  if (name === undefined || isDrawable(name)) return name;
  const sent = await applications.version(reference, version);
  const inLatin = sent?.answers.latinName;
  return typeof inLatin === 'string' ? inLatin : name;
}
