/** What codes bring for others. */
export const codesPorts = { recipients: ['challenge'] } as const;
