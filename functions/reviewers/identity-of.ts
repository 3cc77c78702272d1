import type { Answers } from '../forms/answers.ts';
import type { ApplicationForm } from '../forms/form.ts';
import type { Identity } from './masking.ts';

/** What the answers to a form say of who applies: in its fields that tell who a person is, by what kind of field each is. */
export function identityOf(form: ApplicationForm, answers: Answers): Identity {
  const identity = {
    names: [] as string[],
    emails: [] as string[],
    phones: [] as string[],
    districts: [] as string[],
    births: [] as string[],
    organisations: [] as string[],
  };
  const fields = form.pages.flatMap((page) => Object.entries(page.fields));
  for (const [name, { widget, options, data }] of fields) {
    const answer = answers[name];
    if (typeof answer !== 'string' || !(data.identifies || data.affiliation)) continue;
    if (data.affiliation) identity.organisations.push(answer);
    else if (options) {
      const chosen = options.filter(({ value }) => value === answer);
      identity.districts.push(...chosen.flatMap(({ label }) => [label.ko, label.en]));
    } else if (widget === 'email') identity.emails.push(answer);
    else if (widget === 'tel') identity.phones.push(answer);
    else if (widget === 'date') identity.births.push(answer);
    else identity.names.push(answer);
  }
  return identity;
}
