/**
 * Mail of which everybody can have an address. Only providers that people in Korea are likely to use: one too few costs
 * a possible pair, while a long list from the net may hide a conflict (docs/adr/0009).
 */
const providers = new Set(
  [
    // Korean, those that have closed included: addresses stay in old profiles.
    'naver.com daum.net hanmail.net kakao.com nate.com korea.com dreamwiz.com empas.com empal.com paran.com hanmir.com',
    'chol.com chollian.net hitel.net nownuri.net netsgo.com unitel.co.kr lycos.co.kr freechal.com netian.com',
    'hanafos.com hananet.net kornet.net thrunet.com',
    // The civil servants of all authorities.
    'korea.kr',
    // International.
    'gmail.com googlemail.com icloud.com me.com mac.com msn.com aol.com ymail.com rocketmail.com',
    'proton.me protonmail.com protonmail.ch pm.me tuta.com tuta.io tutanota.com fastmail.com fastmail.fm hey.com',
    'duck.com mail.com email.com zoho.com zohomail.com hushmail.com mailbox.org posteo.de web.de t-online.de freenet.de',
    'mail.ru inbox.ru bk.ru list.ru qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com 139.com',
    'aliyun.com rediffmail.com laposte.net orange.fr free.fr libero.it seznam.cz wp.pl docomo.ne.jp ezweb.ne.jp',
    'softbank.ne.jp nifty.com',
  ].flatMap((line) => line.split(' ')),
);

/** Providers under many suffixes: yahoo.co.jp, hotmail.fr. */
const everySuffix = new Set(['yahoo', 'hotmail', 'outlook', 'live', 'gmx', 'yandex']);

export const isSharedMail = (domain: string, withoutSuffix: string): boolean =>
  providers.has(domain) || everySuffix.has(withoutSuffix);
