/** What spreadsheets take for the beginning of a formula, in full width too, and after blanks. */
const formula = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/u;
/** Digits that a spreadsheet would read as a number, without their leading zeros. */
const zeros = /^0\d+$/u;

/**
 * A cell that every spreadsheet shows as it is and none computes: a leading apostrophe marks it as text (OWASP, CSV
 * injection, https://owasp.org/www-community/attacks/CSV_Injection).
 */
const cell = (value: string): string => {
  const text = formula.test(value) || zeros.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
};

/** RFC 4180 with a byte order mark, by which Excel knows that it is UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
