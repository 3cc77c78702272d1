/** Where a startup sees its residency, and to where the link of its application leads on (`applicationPath`). */
export const ownPage = 'residency';
