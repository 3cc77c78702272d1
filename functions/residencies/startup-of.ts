import type { Answers } from '../forms/answers.ts';
import { applicantKinds } from '../forms/lab-v1/kind.ts';
import { Fault } from '../shared/errors.ts';
import type { Lang } from '../shared/i18n.ts';
import { isDrawable } from '../shared/pdf/drawable.ts';
import type { Residency, Startup } from './residency.ts';

/** Where the form lab-v1 has the name and the number of each kind of applicant. */
const fieldsOf = {
  founder: { name: 'teamName', number: undefined },
  firm: { name: 'firmName', number: 'businessNumber' },
  'foreign-firm': { name: 'foreignName', number: 'foreignNumber' },
} as const satisfies Record<Startup['kind'], { readonly name: string; readonly number: string | undefined }>;

/** The name that the agreement prints and that is typed to sign it: in Latin letters where no font draws it. */
const signedName = (name: string | undefined, latinName: string | undefined): string | undefined =>
  name === undefined || isDrawable(name) ? name : (latinName ?? name);

/** Whose residency it is, from an application by the form lab-v1. @throws if its answers say no such thing */
export function startupOf(given: {
  readonly reference: string;
  readonly lang: Lang;
  readonly answers: Answers;
}): Startup {
  const { reference, lang, answers } = given;
  const said = (field: string): string | undefined => {
    const value = answers[field];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const kind = applicantKinds.find((one) => one === answers.kind);
  const fields = kind && fieldsOf[kind];
  const name = fields && said(fields.name);
  const [representative, email] = [signedName(said('name'), said('latinName')), said('email')];
  if (!kind || !name || !representative || !email) throw new Fault('ResidencyNotStarted', { reference });
  const number = fields.number && said(fields.number);
  const [position, mobile] = [said('position'), said('mobile')];
  return {
    kind,
    name,
    ...(number && { number }),
    representative,
    ...(position && { position }),
    email,
    ...(mobile && { mobile }),
    lang,
  };
}

/** What an application says of the space: who wrote that they need some support is first looked for without steps. */
export const wishOf = ({ desks, accessNeeds }: Answers): Pick<Residency, 'desks' | 'needsAccess'> => ({
  desks: typeof desks === 'number' ? desks : 1,
  needsAccess: typeof accessNeeds === 'string' && accessNeeds !== '',
});
