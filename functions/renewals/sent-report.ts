import type { QuarterFigures } from '../attachments/case-figures.ts';
import type { ResidencyEvent } from '../residencies/residency-event.ts';

/** What a startup sent of a quarter; nothing, as long as it has not. */
export const sentReport = (_event: ResidencyEvent): QuarterFigures['sent'] => undefined;
