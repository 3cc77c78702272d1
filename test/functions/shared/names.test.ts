import { describe, expectTypeOf, it } from 'vitest';
import type { OutboxDraft } from '../../../functions/outbox/entry.ts';
import type { TemplatesOf } from '../../../functions/outbox/send-mail.ts';
import type { KindsOf } from '../../../functions/requests/kind.ts';
import type { LapsesOf } from '../../../functions/requests/lapse.ts';
import type { RequestPagesOf } from '../../../functions/requests/pages/kinds.ts';
import type { screeningKinds } from '../../../functions/screening/request-kinds.ts';
import type {
  EventType,
  Recipient,
  RequestKindName,
  RequestOutcome,
  Role,
  TemplateWith,
} from '../../../functions/shared/names.ts';

/* What the checker of types refuses; `npm run test:types` is where these fail. */

const mail = { kind: 'mail', to: { applicant: 'A-27H1-7K3Q-9MX4' } } as const;

describe('a name that capabilities are known by', () => {
  it('is refused if it is misspelt', () => {
    expectTypeOf<'ApplicationAccepted'>().toExtend<EventType>();
    expectTypeOf<'ApplicationAcepted'>().not.toExtend<EventType>();
    expectTypeOf<'seat-offer'>().toExtend<RequestKindName>();
    expectTypeOf<'seats-offer'>().not.toExtend<RequestKindName>();
    expectTypeOf<'DECLINE'>().toExtend<RequestOutcome<'seat-offer'>>();
    expectTypeOf<'DECLINED'>().not.toExtend<RequestOutcome<'seat-offer'>>();
  });

  it('of a template goes with the ids of that template', () => {
    const accepted = { ...mail, template: 'application-accepted', ids: { version: '1' } } as const;
    const misspelt = { ...mail, template: 'application-accepted', ids: { versoin: '1' } } as const;
    const unknown = { ...mail, template: 'application-acepted', ids: { version: '1' } } as const;
    expectTypeOf(accepted).toExtend<OutboxDraft>();
    expectTypeOf(misspelt).not.toExtend<OutboxDraft>();
    expectTypeOf(unknown).not.toExtend<OutboxDraft>();
    expectTypeOf<'reviews-reminder'>().toExtend<TemplateWith<{ round: string }>>();
    expectTypeOf<'seat-offered'>().not.toExtend<TemplateWith<{ round: string }>>();
  });

  it('of a state machine is the only one that a start may name', () => {
    const start = { kind: 'start', name: 'A-27H1-7K3Q-9MX4', reference: 'A-27H1-7K3Q-9MX4' } as const;
    expectTypeOf({ ...start, machine: 'seat-offer' } as const).toExtend<OutboxDraft>();
    expectTypeOf({ ...start, machine: 'seats-offer' } as const).not.toExtend<OutboxDraft>();
  });

  it('of a role or a recipient is refused if nobody brings it', () => {
    expectTypeOf<'reviewer'>().toExtend<Role>();
    expectTypeOf<'reviewers'>().not.toExtend<Role>();
    expectTypeOf<{ applicant: string }>().toExtend<Recipient>();
    expectTypeOf<{ applicants: string }>().not.toExtend<Recipient>();
    expectTypeOf<{ applicant: string; person: string }>().not.toExtend<Recipient>();
  });

  it('brings all parts of what it names', () => {
    type Review = (typeof screeningKinds)['review'];
    expectTypeOf<{ review: Review }>().toExtend<KindsOf<'screening'>>();
    expectTypeOf<{ review: Omit<Review, 'lapses'> }>().not.toExtend<KindsOf<'screening'>>();
    expectTypeOf<Record<never, never>>().not.toExtend<LapsesOf<typeof screeningKinds>>();
    expectTypeOf<Record<never, never>>().not.toExtend<RequestPagesOf<'seats'>>();
    expectTypeOf<Omit<TemplatesOf<'seats'>, 'waitlisted'>>().not.toExtend<TemplatesOf<'seats'>>();
    type Classless = { [Name in keyof TemplatesOf<'seats'>]: Omit<TemplatesOf<'seats'>[Name], 'class'> };
    expectTypeOf<Classless>().not.toExtend<TemplatesOf<'seats'>>();
  });
});
