import { applicantOf, type MailDependencies } from '../../applications/mails/templates.ts';
import { cohortViewOf } from '../../cohort/cohort-link.ts';
import { pointless, type TemplatesOf } from '../../outbox/send-mail.ts';
import { targetFor } from '../../people/staff-link.ts';
import type { Lang } from '../../shared/i18n.ts';
import { type LinkTarget, linkPath } from '../../shared/links.ts';
import type { Recipient } from '../../shared/names.ts';
import type { Dependencies } from '../dependencies.ts';
import { participantLink, readerLink } from '../timetable-link.ts';
import { timetableMail } from './timetable-mail.tsx';

/** Whom a mail goes to, and what its link opens. */
interface Reader {
  readonly to: string;
  readonly lang: Lang;
  readonly target: LinkTarget & { readonly path: string };
}

/** The mail with somebody's link to a timetable. */
export function timetableTemplates(
  deps: MailDependencies & Pick<Dependencies, 'seats' | 'timetables'>,
): TemplatesOf<'timetable'> {
  const participant = async (cohort: string, reference: string): Promise<Reader | undefined> => {
    const [found, place] = await Promise.all([applicantOf(deps, reference), deps.seats.place(reference)]);
    if (!found?.to || place?.state !== 'ACCEPTED') return undefined;
    return { to: found.to, lang: found.application.lang, target: participantLink(cohort, found.application) };
  };
  const reader = async (cohort: string, id: string): Promise<Reader | undefined> => {
    const [person, round] = await Promise.all([deps.people.get(id), deps.rounds.current(cohort)]);
    if (!person || !round || !cohortViewOf(person, round)) return undefined;
    return { to: person.email, lang: person.lang, target: targetFor(readerLink(cohort, id), person) };
  };
  const readerOf = async (cohort: string, to: Recipient): Promise<Reader | undefined> => {
    if (to.applicant !== undefined) return participant(cohort, to.applicant);
    return to.person === undefined ? undefined : reader(cohort, to.person);
  };

  return {
    'timetable-published': {
      class: 'mass',
      prepare: async (to, ids, now) => {
        const cohort = String(ids.round);
        const [found, round, timetable] = await Promise.all([
          readerOf(cohort, to),
          deps.rounds.current(cohort),
          deps.timetables.get(cohort),
        ]);
        if (!found || !round || !timetable) return pointless('there is nobody to write to');
        if (String(timetable.version) !== ids.version) return pointless('a later version is mailed');
        const link = `${deps.baseUrl}${linkPath(found.target, await deps.sign(found.target))}?lang=${found.lang}`;
        return { kind: 'mail', to: found.to, mail: timetableMail({ round, timetable, link, lang: found.lang, now }) };
      },
    },
  };
}
