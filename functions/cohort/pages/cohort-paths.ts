/** Below the desk: the confirmed cohorts, each under the id of its round. */
export const cohortsPath = '/desk/cohorts';
