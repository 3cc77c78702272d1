import middySecurityHeaders from '@middy/http-security-headers';

/**
 * Our pages have nothing inline, no frames, and nothing from anywhere else.
 * @param formsTo where else a form of the page may be sent
 */
export const contentSecurityPolicy = (formsTo?: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    `form-action 'self'${formsTo === undefined ? '' : ` ${formsTo}`}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

/**
 * The headers of every answer, except for the Content-Security-Policy, which the middleware can only add to its own.
 * `same-origin` keeps an Origin on our own POSTs and keeps addresses with a MAC out of other sites' logs.
 */
export const securityHeaders = ({ https }: { https: boolean }) =>
  middySecurityHeaders({
    contentSecurityPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: https && { maxAge: 365 * 24 * 60 * 60, includeSubDomains: true, preload: false },
    permissionsPolicy: false,
    reportTo: false,
    reportingEndpoints: false,
  });
