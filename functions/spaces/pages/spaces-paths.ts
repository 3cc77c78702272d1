const spaces = '/desk/spaces';

/** Where the pages of spaces are. */
export const spacesPaths = {
  list: spaces,
  csv: `${spaces}/csv`,
  space: (space: string) => `${spaces}/of/${space}`,
  giveBack: (space: string) => `${spaces}/of/${space}/return`,
  move: (space: string) => `${spaces}/of/${space}/move`,
} as const;
