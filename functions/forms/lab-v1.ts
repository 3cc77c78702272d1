import { applicationForm } from './form.ts';
import { kind } from './lab-v1/kind.ts';
import { company, firm, foreignFirm, founder } from './lab-v1/parties.ts';
import { product } from './lab-v1/product.ts';
import { representative } from './lab-v1/representative.ts';
import { residency } from './lab-v1/residency.ts';

/** The Lab's application form: who applies first, then what that kind of applicant can answer. */
export const labV1 = applicationForm('lab-v1', [
  kind,
  founder,
  firm,
  foreignFirm,
  company,
  representative,
  product,
  residency,
]);
