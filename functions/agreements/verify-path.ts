/** Where anybody checks a copy. */
export const verifyPath = '/agreements/verify';
