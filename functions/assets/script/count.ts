import { lengthOf, normaliseText } from '../../shared/text/text.ts';
import { type Lang, leftText, neededText, overText } from './words.ts';

/** How many characters a long text may have, and has to have. */
interface Limits {
  readonly least: number;
  readonly most: number;
}

/** What stands below a long text while it is typed. */
interface Counted {
  readonly text: string;
  readonly isOver: boolean;
  /** Worth interrupting somebody who listens. */
  readonly isNear: boolean;
}

/** Counts a text as the server will, by the same function. */
export function counted(typed: string, { least, most }: Limits, lang: Lang): Counted {
  const count = lengthOf(normaliseText(typed));
  const left = most - count;
  const isOver = left < 0;
  const text = isOver
    ? overText(-left)[lang]
    : count === 0
      ? ''
      : count < least
        ? neededText(count, least - count)[lang]
        : leftText(left)[lang];
  return { text, isOver, isNear: left <= Math.max(20, most / 10) };
}
