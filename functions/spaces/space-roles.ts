/** Who gives spaces away, and confirms that they are returned. */
export const spaceManagers = ['lab-manager'] as const;
