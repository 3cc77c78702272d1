import type { Lang, Text } from '../shared/i18n.ts';
import type { Instant } from '../shared/time.ts';

/** Something to which people are invited, as a calendar has it. */
export interface Invitation {
  /** The same for ever: by it a calendar finds what it has of an earlier mail. */
  readonly uid: string;
  /** Raised with every change, by which a calendar knows the later one. */
  readonly sequence: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly changedAt: Instant;
  readonly title: Text;
  readonly place: Text;
  readonly isCancelled: boolean;
  readonly organizer: { readonly name: Text; readonly email: string };
  readonly attendee: { readonly name: string; readonly email: string };
}

/** A calendar file with what a mail program does with it. */
export interface InvitationFile {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly name: string;
  readonly content: string;
}

/**
 * The file that invites one person, moves what they were invited to, or takes it back (RFC 5546): the same event under
 * the same id each time, with a higher number. The same to the byte for the same change.
 */
export async function invitationFile(invitation: Invitation, lang: Lang): Promise<InvitationFile> {
  const {
    default: ical,
    ICalAttendeeRole,
    ICalAttendeeStatus,
    ICalCalendarMethod,
    ICalEventStatus,
  } = await import('ical-generator');
  const { isCancelled, organizer, attendee } = invitation;
  const calendar = ical({
    prodId: { company: 'Seoul Fintech Academy', product: 'Invitations', language: lang.toUpperCase() },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  calendar.createEvent({
    id: invitation.uid,
    sequence: invitation.sequence,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    start: new Date(invitation.startsAt),
    end: new Date(invitation.endsAt),
    stamp: new Date(invitation.changedAt),
    summary: invitation.title[lang],
    location: invitation.place[lang],
    organizer: { name: organizer.name[lang], email: organizer.email },
    attendees: [
      {
        name: attendee.name,
        email: attendee.email,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: !isCancelled,
      },
    ],
  });
  return { method: isCancelled ? 'CANCEL' : 'REQUEST', name: 'invitation.ics', content: calendar.toString() };
}
