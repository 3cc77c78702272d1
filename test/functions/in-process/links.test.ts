import { linksInProcess } from '../../support/suites/links-in-process.ts';

/* Ten times as many in test/soak. */
linksInProcess({ looks: 500, macs: 250 });
