/** The page on which a startup is asked for its documents, in the browser that has its application open. */
export const sendersPath = '/application/documents';
