import type { Text } from '../shared/i18n.ts';
import type { Quarter } from './reports.ts';

/** `2027년 3분기`, `Q3 2027`. */
export const quarterText = (quarter: Quarter): Text => {
  const [year, number] = quarter.split('-Q');
  return { ko: `${year}년 ${number}분기`, en: `Q${number} ${year}` };
};
