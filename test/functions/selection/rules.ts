import { type AdmissionRules, admissionRulesSchema } from '../../../functions/rounds/admission-rules.ts';
import { rubric } from './synthetic.ts';

const text = { ko: '글', en: 'words' };
const person = { officer: 'kim-minji', deputy: 'lee-junho' };

/** As short as rules can be; each test changes the part that it is about. */
export const rulesWith = (
  ranking: Partial<AdmissionRules['ranking']> = {},
  waitlist = 3,
  review: Partial<AdmissionRules['review']> = {},
): AdmissionRules =>
  admissionRulesSchema.parse({
    review: {
      reviewers: 2,
      within: 5,
      remindAfter: [2],
      blind: true,
      shows: ['motivation'],
      divergence: 1.5,
      criteria: rubric.map((part) => ({ ...part, title: text, lookFor: text, anchors: { 1: text, 3: text, 5: text } })),
      ...review,
    },
    ranking: { by: 'adjusted', tieBreaks: [{ by: 'criterion', criterion: 'motivation' }], nearCut: 2, ...ranking },
    committee: { approvals: 2, within: 5, remindAfter: [2] },
    offer: {
      answerWithin: 3,
      waitlist: { length: waitlist, lastDay: '2027-03-12' },
      attendance: { ko: '출석하겠습니다', en: 'I will attend' },
    },
    lookAgain: { within: 5, ...person, decideWithin: 5, remindAfter: [2] },
    retention: { refusedYears: 1, enrolledYears: 3 },
  });
