import type { Text } from './i18n.ts';

export const serviceName: Text = { ko: '서울 핀테크 아카데미', en: 'Seoul Fintech Academy' };
