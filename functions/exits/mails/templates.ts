import type { ApplicantMail } from '../../applications/mails/applicant-frame.tsx';
import { applicantOf, applicationPath, type MailDependencies } from '../../applications/mails/templates.ts';
import { rulesOf } from '../../onboarding/case.ts';
import { startupDoer } from '../../onboarding/checklist-owner.ts';
import { type Prepared, pointless, type Template, type TemplatesOf } from '../../outbox/send-mail.ts';
import type { Person } from '../../people/person.ts';
import { isInForce, isUnconfirmed, measureIn } from '../../residencies/measure.ts';
import { ownPage } from '../../residencies/own-page.ts';
import { holderOf, lastOf, type Residency } from '../../residencies/residency.ts';
import type { Round } from '../../rounds/round.ts';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { leadingOn } from '../../shared/pages/onward.ts';
import { seoulDateOf } from '../../shared/time.ts';
import { allHeldBy } from '../../spaces/held-space.ts';
import { spacesPaths } from '../../spaces/pages/spaces-paths.ts';
import { type Held, holdingIn } from '../../spaces/space.ts';
import { overstayOf } from '../../spaces/stays.ts';
import type { Dependencies } from '../dependencies.ts';
import { exitOwner } from '../exit-events.ts';
import { notReturned } from '../not-returned.ts';
import * as mails from './exit-mails.tsx';
import * as staffMails from './staff-mails.tsx';

type Needed = MailDependencies & Pick<Dependencies, 'checklists' | 'residencies' | 'residencyEvents' | 'spaces'>;
type Ids = Parameters<Template>[1];
type Now = Parameters<Template>[2];

/** Why a mail has become pointless, or the mail. */
type Rendered = RenderedMail | string;

/** The mails about the end of a residency, each made of the truth of the moment; what no longer holds is not sent. */
export function exitsTemplates(deps: Needed): TemplatesOf<'exits'> {
  const toStartup =
    (render: (given: ApplicantMail, residency: Residency, ids: Ids) => Promise<Rendered> | Rendered): Template =>
    async (to, ids, now): Promise<Prepared> => {
      const found = await applicantOf(deps, to.applicant);
      const residency = to.applicant === undefined ? undefined : await deps.residencies.get(to.applicant);
      if (!found?.to || !residency) return pointless('there is nobody to write to');
      const link = `${deps.baseUrl}${leadingOn(await applicationPath(deps, found.application), ownPage)}`;
      return prepared(found.to, await render({ ...found, link, now }, residency, ids));
    };

  const toStaff =
    (
      render: (
        about: { person: Person; residency: Residency; round: Round },
        ids: Ids,
        now: Now,
      ) => Promise<Rendered> | Rendered,
      residencyOf: (ids: Ids) => Promise<string | undefined> = async (ids) => String(ids.residency),
    ): Template =>
    async (to, ids, now): Promise<Prepared> => {
      const id = await residencyOf(ids);
      const [person, residency] = await Promise.all([
        to.person === undefined ? undefined : deps.people.get(to.person),
        id === undefined ? undefined : deps.residencies.get(id),
      ]);
      if (!person || person.roles.length === 0) return pointless('there is nobody to write to');
      if (!residency || residency.erasedAt) return pointless('the residency is gone');
      const { round } = await rulesOf(deps, residency);
      return prepared(person.email, await render({ person, residency, round }, ids, now));
    };

  const held = async (ids: Ids): Promise<Held | undefined> => {
    const space = await deps.spaces.get(String(ids.space));
    const holding = space && holdingIn(space, Number(ids.holding));
    return space && holding && { space, holding };
  };

  /** Who stays past the end in the space that a mail is about, unless it was given back meanwhile. */
  const staying = async (ids: Ids, now: Now) => {
    const found = await held(ids);
    const stays = found && overstayOf(found.space, seoulDateOf(now));
    return found && stays?.holding.number === found.holding.number ? { ...found, days: stays.days } : undefined;
  };

  const beginning = toStartup(async (given, residency, ids) => {
    const event = await deps.residencyEvents.get(String(ids.event));
    if (event?.state !== 'OPEN') return 'the exit is over';
    const { onboarding } = await rulesOf(deps, residency);
    const list = await deps.checklists.list(exitOwner(event.id), onboarding.exit.template);
    const today = seoulDateOf(given.now);
    const spaces = notReturned(await allHeldBy(deps.spaces, holderOf(residency)), today).map(({ space }) => space);
    return mails.exitBegunMail(given, { residency, spaces, list, doer: startupDoer, today });
  });

  return {
    'exit-begun': { class: 'decision', prepare: beginning },
    'exit-dropped': {
      class: 'decision',
      prepare: toStartup((given, residency) =>
        residency.state === 'RESIDENT' ? mails.exitDroppedMail(given, residency) : 'the residency has moved on',
      ),
    },
    'residency-ended': {
      class: 'decision',
      prepare: toStartup((given, residency) =>
        residency.state === 'ENDED' ? mails.residencyEndedMail(given, residency) : 'the residency has moved on',
      ),
    },
    'notice-confirmed': {
      class: 'receipt',
      prepare: toStartup((given, residency) =>
        lastOf(residency).endedEarly ? mails.noticeConfirmedMail(given, residency) : 'the contract goes on',
      ),
    },
    'measure-taken': {
      class: 'decision',
      prepare: toStartup((given, residency, ids) => {
        const measure = measureIn(residency, String(ids.measure));
        return measure && isInForce(measure) ? mails.measureMail(given, measure) : 'it does not hold any more';
      }),
    },
    'measure-withdrawn': {
      class: 'decision',
      prepare: toStartup((given, residency, ids) => {
        const measure = measureIn(residency, String(ids.measure));
        return measure?.withdrawn ? mails.measureWithdrawnMail(given, measure) : 'it still holds';
      }),
    },
    'overstay-asked': {
      class: 'decision',
      prepare: toStartup(async (given, _residency, ids) => {
        const found = await staying(ids, given.now);
        return found ? mails.overstayAskedMail(given, { ...found, to: found.holding.to }) : 'the space was given back';
      }),
    },
    'notice-received': { class: 'decision', prepare: toStaff((about) => staffMails.noticeReceivedMail(about)) },
    'end-answered': {
      class: 'decision',
      prepare: toStaff((about, ids) => {
        const measure = measureIn(about.residency, String(ids.measure));
        return measure && !isUnconfirmed(measure) ? staffMails.endAnsweredMail(about, measure) : 'nothing is decided';
      }),
    },
    'overstay-told': {
      class: 'decision',
      prepare: toStaff(
        async (about, ids, now) => {
          const found = await staying(ids, now);
          const link = `${deps.baseUrl}${spacesPaths.space(String(ids.space))}`;
          return found ? staffMails.overstayToldMail(about, { ...found, link }) : 'the space was given back';
        },
        async (ids) => (await held(ids))?.holding.holder.id,
      ),
    },
  };
}

const prepared = (to: string, mail: Rendered): Prepared =>
  typeof mail === 'string' ? pointless(mail) : { kind: 'mail', to, mail };
