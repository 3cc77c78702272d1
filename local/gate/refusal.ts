import type { AwsCall } from './call.ts';

/** An answer of a service, as written to the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const xmlServices = ['ses', 'sns', 'sts', 'iam', 'cloudformation'];

const escapeXml = (text: string): string =>
  text.replace(/[<>&]/g, (char) => ({ '<': '&lt;', '>': '&gt;' })[char] ?? '&amp;');

/** An error in the format of the call's service, so that its SDK client makes the right exception of it. */
export function serviceError(
  call: Pick<AwsCall, 'service'>,
  {
    status,
    code,
    message,
    details,
  }: {
    readonly status: number;
    readonly code: string;
    readonly message: string;
    /** Further fields of a JSON error. */
    readonly details?: Readonly<Record<string, unknown>>;
  },
): WireAnswer {
  if (xmlServices.includes(call.service)) {
    const type = status >= 500 ? 'Receiver' : 'Sender';
    return {
      status,
      headers: { 'content-type': 'text/xml' },
      body: `<ErrorResponse><Error><Type>${type}</Type><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message></Error><RequestId>local-gate</RequestId></ErrorResponse>`,
    };
  }
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': code },
    body: JSON.stringify({ __type: code, message, Message: message, ...details }),
  };
}

/** The service's own words for a call that its role does not allow. */
export function accessDenied(
  call: Pick<AwsCall, 'service'>,
  who: string,
  refused: { readonly action: string; readonly resource: string; readonly because: string },
): WireAnswer {
  const message = `User: ${who} is not authorized to perform: ${refused.action} on resource: ${refused.resource} because ${refused.because}`;
  const xml = xmlServices.includes(call.service);
  return serviceError(call, {
    status: xml || call.service === 'lambda' || call.service === 'scheduler' ? 403 : 400,
    code: xml ? 'AccessDenied' : 'AccessDeniedException',
    message,
  });
}
