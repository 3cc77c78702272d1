/* The tables of all capabilities, by their names. Read by infra: no pages. */

export { agreementsShape as agreements } from '../agreements/agreements-table.ts';
export { applicationsShape as applications } from '../applications/applications-table.ts';
export { budgetsShape as budgets } from '../budget/budgets-table.ts';
export { checklistsShape as checklists } from '../checklists/checklists-table.ts';
export { claimsShape as claims } from '../claims/claims-table.ts';
export { codesShape as codes } from '../codes/codes-table.ts';
export { documentsShape as documents } from '../documents/documents-table.ts';
export { lecturersShape as lecturers } from '../lecturers/lecturers-table.ts';
export { addressesShape as addresses } from '../outbox/addresses-table.ts';
export { outboxShape as outbox } from '../outbox/outbox-table.ts';
export { slotsShape as pace } from '../outbox/slots-table.ts';
export { paymentsShape as payments } from '../payments/payments-table.ts';
export { peopleShape as people } from '../people/people-table.ts';
export { requestsShape as requests } from '../requests/requests-table.ts';
export { roundsShape as rounds } from '../rounds/rounds-table.ts';
export { rulesShape as rules } from '../rule-files/rules-table.ts';
export { screeningsShape as screenings } from '../screening/screenings-table.ts';
export { seatsShape as seats } from '../seats/seats-table.ts';
export { passkeysShape as passkeys } from '../second-factor/passkeys-table.ts';
export { proofsShape as proofs } from '../second-factor/proofs-table.ts';
export { admissionsShape as admissions } from '../selection/admissions-table.ts';
export { sessionsShape as sessions } from '../sessions/sessions-table.ts';
export { auditShape as audit } from '../shared/audit.ts';
export { spacesShape as spaces } from '../spaces/spaces-table.ts';
export { filingsShape as filings } from '../tax-month/filings-table.ts';
export { timetablesShape as timetables } from '../timetable/timetables-table.ts';
