/* Made by `npm run generate`: these change with the content, so that it may be kept for ever. */

export const stylesheetPath = '/assets/pages.8b8f722047ea.css';
export const scriptPath = '/assets/pages.4ced76c007fc.js';
export const passkeyScriptPath = '/assets/passkey.4936e17815ca.js';
export const iconPath = '/assets/mark.fc96b660ed7a.svg';
