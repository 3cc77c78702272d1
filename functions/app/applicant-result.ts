export { applicantResult } from '../seats/pages/applicant-result.tsx';
