import type { ApplicantMail } from '../../applications/mails/applicant-frame.tsx';
import { applicantOf, applicationPath, type MailDependencies } from '../../applications/mails/templates.ts';
import { type Prepared, pointless, type Template, type TemplatesOf } from '../../outbox/send-mail.ts';
import { deskPath } from '../../requests/pages/next-request.tsx';
import type { ContractChange } from '../../residencies/contract-change.ts';
import { ownPage } from '../../residencies/own-page.ts';
import type { Residency } from '../../residencies/residency.ts';
import type { ResidencyEvent } from '../../residencies/residency-event.ts';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { leadingOn } from '../../shared/pages/onward.ts';
import { spaceText } from '../../spaces/space.ts';
import type { Dependencies } from '../dependencies.ts';
import { heldNow } from '../extension-space.ts';
import * as mails from './contract-mails.tsx';

type Needed = MailDependencies & Pick<Dependencies, 'residencies' | 'residencyEvents' | 'spaces'>;

interface Found {
  readonly event: ResidencyEvent;
  readonly residency: Residency;
  readonly change: ContractChange;
}

/** The mails about contracts, each made of the truth of the moment; what no longer holds is not sent. */
export function contractTemplates(deps: Needed): TemplatesOf<'contracts'> {
  const foundIn = async (id: string | string[] | undefined): Promise<Found | undefined> => {
    const event = typeof id === 'string' ? await deps.residencyEvents.get(id) : undefined;
    const residency = event && (await deps.residencies.get(event.residency));
    const { change } = event ?? {};
    return event && residency && change && !residency.erasedAt ? { event, residency, change } : undefined;
  };
  const written = async (
    reference: string | undefined,
    now: Parameters<Template>[2],
    render: (given: ApplicantMail) => RenderedMail | undefined | Promise<RenderedMail | undefined>,
  ): Promise<Prepared> => {
    const found = await applicantOf(deps, reference);
    if (!found?.to) return pointless('there is nobody to write to');
    const link = `${deps.baseUrl}${leadingOn(await applicationPath(deps, found.application), ownPage)}`;
    const mail = await render({ ...found, link, now });
    return mail ? { kind: 'mail', to: found.to, mail } : pointless('the contract has moved on');
  };
  /** To the startup, about an event in a state. */
  const about =
    (
      state: ResidencyEvent['state'],
      render: (given: ApplicantMail, found: Found) => RenderedMail | undefined | Promise<RenderedMail | undefined>,
    ): Template =>
    async (to, ids, now): Promise<Prepared> => {
      const found = await foundIn(ids.event);
      if (found?.event.state !== state) return pointless('the contract has moved on');
      return written(to.applicant, now, (given) => render(given, found));
    };
  /** The space of a startup for the days of a contract. */
  const spaceFor = async ({ residency, change }: Found): Promise<string | undefined> => {
    if (change.for !== 'extension') return undefined;
    const held = await heldNow(deps, residency.id);
    return held && held.holding.to >= change.contract.to ? spaceText(held.space) : undefined;
  };

  return {
    'addendum-begun': {
      class: 'decision',
      prepare: about('OPEN', (given, { change }) =>
        change.for === 'addendum' ? mails.begunMail(given, change) : undefined,
      ),
    },
    'addendum-refused': {
      class: 'decision',
      prepare: async (to, ids, now) => {
        const request = typeof ids.request === 'string' ? await deps.requests.get(ids.request) : undefined;
        if (request?.outcome !== 'REFUSE') return pointless('it was decided otherwise');
        return written(to.applicant, now, (given) => mails.refusedMail(given, request.reason));
      },
    },
    'contract-in-force': {
      class: 'decision',
      prepare: about('DONE', async (given, found) => mails.inForceMail(given, found.change, await spaceFor(found))),
    },
    'contract-set-aside': {
      class: 'decision',
      prepare: about('DROPPED', (given, { residency, change }) => mails.setAsideMail(given, residency, change)),
    },
    'contract-set-aside-told': {
      class: 'decision',
      prepare: async (to, ids) => {
        const [person, found] = await Promise.all([
          to.person === undefined ? undefined : deps.people.get(to.person),
          foundIn(ids.event),
        ]);
        if (!person || found?.event.state !== 'DROPPED') return pointless('there is nobody to tell');
        const round = await deps.rounds.current(found.residency.roundId);
        const desk = `${deps.baseUrl}${deskPath}`;
        return { kind: 'mail', to: person.email, mail: mails.setAsideToldMail(person, { ...found, round, desk }) };
      },
    },
    'extension-space-allotted': {
      class: 'decision',
      prepare: about('DONE', async (given, found) => {
        const space = await spaceFor(found);
        return space !== undefined && found.change.for === 'extension'
          ? mails.spaceMail(given, found.change, space)
          : undefined;
      }),
    },
  };
}
