/* The names that the desk is known by. Nothing is imported here. */

export {};

declare module '../shared/names.ts' {
  interface MailTemplates {
    readonly desk: {
      readonly 'desk-code': Record<string, never>;
    };
  }
}
