/* The tables of all capabilities, by their names. Read by infra: no pages. */

export { applicationsShape as applications } from '../applications/applications-table.ts';
export { codesShape as codes } from '../codes/codes-table.ts';
export { addressesShape as addresses } from '../outbox/addresses-table.ts';
export { outboxShape as outbox } from '../outbox/outbox-table.ts';
export { slotsShape as pace } from '../outbox/slots-table.ts';
export { peopleShape as people } from '../people/people-table.ts';
export { requestsShape as requests } from '../requests/requests-table.ts';
export { roundsShape as rounds } from '../rounds/rounds-table.ts';
export { screeningsShape as screenings } from '../screening/screenings-table.ts';
export { seatsShape as seats } from '../seats/seats-table.ts';
export { admissionsShape as admissions } from '../selection/admissions-table.ts';
export { sessionsShape as sessions } from '../sessions/sessions-table.ts';
export { auditShape as audit } from '../shared/audit.ts';
