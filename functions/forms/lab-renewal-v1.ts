import { renewalForm } from '../rounds/renews.ts';
import { applicationForm } from './form.ts';
import { achieved } from './lab-renewal-v1/achieved.ts';
import { nextYear } from './lab-renewal-v1/next-year.ts';
import { startup } from './lab-renewal-v1/startup.ts';

/** What a startup of the Lab is asked that wants to stay. What its reports say is not asked again. */
export const labRenewalV1 = applicationForm(renewalForm, [startup, achieved, nextYear]);
