/* Made by `npm run generate`: these change with the content, so that it may be kept for ever. */

export const stylesheetPath = '/assets/pages.65d879012c70.css';
export const iconPath = '/assets/mark.fc96b660ed7a.svg';
