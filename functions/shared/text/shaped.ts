import * as z from 'zod';

/** A text that has to be of one shape, to the letter; who gets it wrong is shown one that is. */
export const shaped = (pattern: RegExp, example: string) =>
  z.string().regex(pattern, {
    error: ({ input }) =>
      typeof input === 'string' && input.trim() !== '' ? `is ${input}, and should be like ${example}` : 'is empty',
  });
