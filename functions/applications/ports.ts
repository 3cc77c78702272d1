/** What applications bring for others. */
export const applicationsPorts = { recipients: ['applicant'] } as const;
