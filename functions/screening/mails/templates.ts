import type { MailDependencies } from '../../applications/mails/templates.ts';
import { type Prepared, pointless, type Template, type TemplatesOf } from '../../outbox/send-mail.ts';
import type { Person } from '../../people/person.ts';
import { targetFor } from '../../people/staff-link.ts';
import { deskPath } from '../../requests/pages/next-request.tsx';
import { reviewerLink } from '../../reviewers/reviewer.ts';
import { Fault } from '../../shared/errors.ts';
import { linkPath } from '../../shared/links.ts';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import type { Dependencies } from '../dependencies.ts';
import type { Review } from '../review.ts';
import { addedMail, assignedMail, type ReviewMail, reminderMail } from './review-mails.tsx';

/** The mails to reviewers, each made of what is open at that moment; if nothing is, none is sent. */
export function reviewerTemplates(deps: MailDependencies & Pick<Dependencies, 'screenings'>): TemplatesOf<'screening'> {
  const about = async (
    person: Person,
    roundId: string,
    render: (given: ReviewMail, open: readonly Review[], all: readonly Review[]) => RenderedMail,
  ): Promise<Prepared> => {
    const [reviewer, round] = await Promise.all([
      deps.screenings.reviewer(roundId, person.id),
      deps.rounds.current(roundId),
    ]);
    if (!reviewer || !round) return pointless('they have no reviews in the round');
    if (!person.roles.includes('reviewer')) return pointless('they are no longer a reviewer');
    const all = await deps.screenings.reviewsOf(reviewer);
    const open = all.filter(({ state }) => state === 'OPEN');
    const requests = await Promise.all(open.map(({ id }) => deps.requests.get(id)));
    const [dueAt] = requests.flatMap((request) => (request ? [request.dueAt] : [])).sort();
    if (dueAt === undefined) return pointless('none of their reviews is open');
    const target = targetFor(reviewerLink(reviewer), person);
    const link = `${deps.baseUrl}${linkPath(target, await deps.sign(target))}?lang=${person.lang}`;
    const desk = `${deps.baseUrl}${deskPath}`;
    return { kind: 'mail', to: person.email, mail: render({ person, round, link, desk, dueAt }, open, all) };
  };

  const personOf = async (to: Parameters<Template>[0]): Promise<Person> => {
    const person = to.person === undefined ? undefined : await deps.people.get(to.person);
    if (!person) throw new Fault('PersonMissing', { person: to.person });
    return person;
  };

  /** The reviews that are open or sent: those that count as somebody's. */
  const theirs = (all: readonly Review[]) => all.filter(({ state }) => state === 'OPEN' || state === 'SENT');

  return {
    'reviews-assigned': {
      class: 'decision',
      prepare: async (to, ids) =>
        about(await personOf(to), String(ids.round), (given, open) => assignedMail(given, open.length)),
    },

    'review-added': {
      class: 'decision',
      prepare: async (to, ids) => {
        const person = await personOf(to);
        const review = await deps.screenings.review(String(ids.review));
        const request = review && (await deps.requests.get(review.id));
        if (review?.state !== 'OPEN' || review.reviewer !== person.id || !request) {
          return pointless('the review is not open any more');
        }
        const { roundId, label } = review;
        return about(person, roundId, (given) => addedMail({ ...given, dueAt: request.dueAt }, label));
      },
    },

    'reviews-reminder': {
      class: 'reminder',
      prepare: async (to, ids) =>
        about(await personOf(to), String(ids.round), (given, open, all) =>
          reminderMail(given, open.length, theirs(all).length),
        ),
    },
  };
}
