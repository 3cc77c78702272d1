import type { Dependencies as Claims } from '../claims/dependencies.ts';
import type { Dependencies as Payments } from '../payments/dependencies.ts';

/** What statements are made of: nothing is stored of them. */
export type Dependencies = Pick<Claims, 'claims' | 'lecturers' | 'rounds'> & Pick<Payments, 'payments'>;
