import type { Quarter } from '../../residency-rules/reports.ts';

const own = '/residency/reports';
const desk = '/desk/reports';

/** Where a startup finds its reports by the session of its application. */
export const ownReportPaths = {
  list: own,
  report: (quarter: Quarter | '{quarter}') => `${own}/${quarter}`,
  correct: (quarter: Quarter | '{quarter}') => `${own}/${quarter}/correct`,
} as const;

/** Where whoever looks after the Lab finds the reports of all. */
export const deskReportPaths = {
  list: desk,
  csv: `${desk}/csv`,
  report: (event: string) => `${desk}/of/${event}`,
} as const;
