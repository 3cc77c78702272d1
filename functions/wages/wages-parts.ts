import * as z from 'zod';

/**
 * Whole won. The limit keeps every product of the calculation a safe integer: 1,000 lessons of 24 hours at this rate,
 * times 100 per cent of 100 per cent, are below 2^53.
 */
export const wonSchema = z.int().min(0).max(10_000_000);

/** Whose fees the anti-graft law or the city limits; a lecturer of none of them has the class `none`. */
export const capClasses = ['class-40', 'class-100', 'own-staff'] as const;

/** What is paid beside hours. */
export const extraKinds = ['manuscript', 'travel'] as const;
