/* The names that timetables are known by. Nothing is imported here. */

export {};

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly timetable: 'TimetableLoaded' | 'TimetableTold';
  }
  interface MailTemplates {
    readonly timetable: {
      readonly 'timetable-published': { round: string; version: string };
    };
  }
}
