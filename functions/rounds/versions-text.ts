import type { Text } from '../shared/i18n.ts';

/** On which words a decision is made: which sending of the application, and by which rules. */
export const versionsText = (of: { readonly version: number; readonly roundVersion: number }): Text => ({
  ko: `${of.version}차 제출본 · 모집 요강 ${of.roundVersion}판`,
  en: `version ${of.version} of the application · round rules, version ${of.roundVersion}`,
});
