/**
 * What mails are for, by how soon somebody needs them. Each class has its own share of the sending rate: what an idle one
 * does not use goes to the others, and none waits for the backlog of another.
 */
export const mailClasses = ['asked', 'decision', 'receipt', 'reminder', 'mass'] as const;
export type MailClass = (typeof mailClasses)[number];

/** Hundredths of the sending rate. */
export const shareOf = {
  /** Codes and links that somebody waits for on a page. */
  asked: 30,
  /** Decisions, offers, and whatever asks a person for something for the first time. */
  decision: 25,
  /** What was received, changed or ended is confirmed. */
  receipt: 25,
  reminder: 10,
  /** To everybody of a round at once, such as its results. */
  mass: 10,
} as const satisfies Record<MailClass, number>;

/** Minutes after which a message that is due is late, for the alarm; starts of runs go with what is asked for. */
export const lateAfterMinutes = {
  start: 15,
  asked: 10,
  decision: 60,
  receipt: 60,
  reminder: 240,
  mass: 720,
} as const satisfies Record<MailClass | 'start', number>;
