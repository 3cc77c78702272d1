/** Whether an Accept-Encoding names a coding and does not weigh it with nothing. https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3 */
export const accepts = (header: string | undefined, coding: 'br' | 'gzip'): boolean =>
  (header ?? '').split(',').some((part) => {
    const [name = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
    return name === coding && !parameters.some((parameter) => /^q=0(?:\.0*)?$/u.test(parameter));
  });
