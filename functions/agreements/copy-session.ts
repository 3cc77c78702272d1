import { ownName } from '../shared/pages/request.ts';

/** For how long whoever signs has the documents of an agreement open, in minutes. */
export const copySessionMinutes = 120;

/** What such a session opens. */
export const copySession = (agreement: string): string => `agreement#${agreement}`;

/** The cookie that has its secret. */
export const copyCookie = (agreement: string, on: { readonly secure: boolean }): string =>
  ownName(`agreement-${agreement}`, on);
