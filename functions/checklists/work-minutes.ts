/** For how long whoever does items has their documents open in a browser, in minutes. */
export const workMinutes = 8 * 60;
