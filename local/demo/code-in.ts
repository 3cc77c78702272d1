/** The code in the words of a mail that proves an address: six digits, the first on their line. */
export const codeIn = (text: string): string | undefined => /^\D*?(\d{6})\D/mu.exec(text)?.[1];
