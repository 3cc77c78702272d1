import { applicantOf, applicationPath, type MailDependencies } from '../../applications/mails/templates.ts';
import { type Prepared, pointless, type Template, type TemplatesOf } from '../../outbox/send-mail.ts';
import type { Person } from '../../people/person.ts';
import { targetFor } from '../../people/staff-link.ts';
import type { Round } from '../../rounds/round.ts';
import { linkPath } from '../../shared/links.ts';
import { cohortLink, viewOfCohort } from '../cohort-link.ts';
import type { Dependencies } from '../dependencies.ts';
import * as mails from './end-mails.tsx';

/** The mails with which a round ends: confirmed, empty or cancelled. */
export function endTemplates(
  deps: MailDependencies & Pick<Dependencies, 'seats' | 'statistics'>,
): TemplatesOf<'cohort'> {
  const toApplicant =
    (
      render: (
        given: Parameters<typeof mails.waitlistEndedMail>[0],
        ids: Parameters<Template>[1],
      ) => Promise<Extract<Prepared, { kind: 'mail' }>['mail'] | string>,
    ): Template =>
    async (to, ids, now) => {
      const found = await applicantOf(deps, to.applicant);
      if (!found?.to) return pointless('there is nobody to write to');
      const link = `${deps.baseUrl}${await applicationPath(deps, found.application)}`;
      const mail = await render({ ...found, link, now }, ids);
      return typeof mail === 'string' ? pointless(mail) : { kind: 'mail', to: found.to, mail };
    };

  const toPerson =
    (prepare: (person: Person, round: Round) => Promise<Prepared>): Template =>
    async (to, ids) => {
      const [person, round] = await Promise.all([
        to.person === undefined ? undefined : deps.people.get(to.person),
        deps.rounds.current(String(ids.round)),
      ]);
      return person && round ? prepare(person, round) : pointless('the person or the round is gone');
    };

  const linkTo = async (round: Round, person: Person): Promise<string> => {
    const target = targetFor(cohortLink(round.id, person.id), person);
    return `${deps.baseUrl}${linkPath(target, await deps.sign(target))}?lang=${person.lang}`;
  };

  return {
    'waitlist-ended': {
      class: 'mass',
      prepare: toApplicant(async (given, { number }) => {
        const place = await deps.seats.place(given.application.reference);
        if (place?.state !== 'ENDED') return 'the place has moved on';
        return mails.waitlistEndedMail(given, number === undefined ? undefined : String(number));
      }),
    },
    'round-cancelled': {
      class: 'mass',
      prepare: toApplicant(async (given) => {
        const { round, application } = given;
        if (application.state !== 'CANCELLED' || !round.cancelled) return 'the application has moved on';
        return mails.roundCancelledMail(given, round.cancelled.reason);
      }),
    },
    'round-cancelled-staff': {
      class: 'mass',
      prepare: toPerson(async (person, round) =>
        round.cancelled
          ? { kind: 'mail', to: person.email, mail: mails.staffCancelledMail(person, round, round.cancelled.reason) }
          : pointless('the round goes on'),
      ),
    },
    'round-empty': {
      class: 'decision',
      prepare: toPerson(async (person, round) => ({
        kind: 'mail',
        to: person.email,
        mail: mails.roundEmptyMail(person, round),
      })),
    },
    'cohort-changed': {
      class: 'decision',
      prepare: toPerson(async (person, round) => {
        const statistics = await deps.statistics.get(round.id);
        if (!statistics?.revised || !viewOfCohort(person, round, statistics))
          return pointless('the person has no role for it any more');
        const { capacity: seats, stages, revised } = statistics;
        const given = { revised, seats, taken: stages.taken, link: await linkTo(round, person) };
        return { kind: 'mail', to: person.email, mail: mails.cohortChangedMail(person, round, given) };
      }),
    },
    'cohort-confirmed': {
      class: 'decision',
      prepare: toPerson(async (person, round) => {
        const statistics = await deps.statistics.get(round.id);
        if (!statistics || !viewOfCohort(person, round, statistics))
          return pointless('the person has no role for it any more');
        const link = await linkTo(round, person);
        const { capacity: seats, stages } = statistics;
        return {
          kind: 'mail',
          to: person.email,
          mail: mails.cohortConfirmedMail(person, round, { seats, taken: stages.taken, link }),
        };
      }),
    },
  };
}
