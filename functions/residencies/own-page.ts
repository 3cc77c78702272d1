/** Where a startup sees its residency, and to where the link of its application leads on (`leadingOn`). */
export const ownPage = 'residency';
