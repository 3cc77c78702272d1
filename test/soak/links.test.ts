import { linksInProcess } from '../support/suites/links-in-process.ts';

linksInProcess({ looks: 5_000, macs: 2_500 });
