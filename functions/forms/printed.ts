import type * as z from 'zod';
import type { Text } from '../shared/i18n.ts';
import { isDrawable } from '../shared/pdf/drawable.ts';

const notPrinted: Text = {
  ko: '협약서에 표시할 수 없는 글자가 있습니다. 이모지 없이 등록증에 적힌 대로 다시 입력해 주십시오.',
  en: 'Some of these letters cannot be printed on the agreement. Enter it as it is on the registration, without emoji.',
};

/** What stands in the agreement of a residency: refused where it is typed if no font of the documents shows it. */
export const printed = <Schema extends z.ZodType<string>>(schema: Schema): Schema =>
  schema.refine(isDrawable, { params: { text: notPrinted } });
