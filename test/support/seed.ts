/** The seed of a test that rolls dice: printed by it, and given again by SFA_TEST_SEED. */
export const testSeed = (): number => Number(process.env.SFA_TEST_SEED ?? Date.now() % 1_000_000);
