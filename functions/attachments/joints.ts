/* The names that the documents of applications are known by. Nothing is imported here. */

export {};

declare module '../shared/names.ts' {
  interface MailTemplates {
    readonly attachments: {
      readonly 'document-refused': { slot: string; file: string };
    };
  }
}
