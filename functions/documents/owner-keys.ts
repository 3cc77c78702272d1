/** An owner as it is stored: its kind, and the id that its capability knows. */
export const ownerKey = (kind: string, id: string): string => `${kind}#${id}`;

/** What the audit knows an owner by. */
export const ownerId = (owner: string): string => owner.slice(owner.indexOf('#') + 1);
