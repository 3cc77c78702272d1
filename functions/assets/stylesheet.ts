import adapt from './adapt.css';
import boxes from './boxes.css';
import buttons from './buttons.css';
import casework from './casework.css';
import consent from './consent.css';
import desk from './desk.css';
import form from './form.css';
import frame from './frame.css';
import lessons from './lessons.css';
import plots from './plots.css';
import ranking from './ranking.css';
import review from './review.css';
import timeline from './timeline.css';
import tokens from './tokens.css';
import words from './words.css';

/** The one style sheet of all pages. */
export const stylesheet: string = [
  tokens,
  frame,
  words,
  form,
  consent,
  buttons,
  boxes,
  timeline,
  plots,
  lessons,
  ranking,
  review,
  casework,
  desk,
  adapt,
].join('\n');

/** The mark as the browser's tab shows it. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="3" y="18" width="7" height="11" rx="2" fill="#86aff9"/><rect x="12.500" y="11" width="7" height="18" rx="2" fill="#256ef4"/><rect x="22" y="3" width="7" height="26" rx="2" fill="#083891"/></svg>';
