import type { KindsOf } from '../requests/kind.ts';
import { fileName } from './file-name.ts';

export const ruleFilesKinds = {
  'rules-check': {
    title: { ko: '지급 기준 확인', en: 'Check rules for payments' },
    pages: 'rule-files',
    askedOf: ['finance-officer'],
    asks: 'person',
    heldBy: 'finance-officer',
    reminder: { each: 'request-reminder' },
    about: { term: { ko: '파일', en: 'File' }, name: fileName },
    lapses: false,
  },
} as const satisfies KindsOf<'rule-files'>;
