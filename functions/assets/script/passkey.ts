/*
 * The script of the two pages with passkeys. It asks the browser for one, as the page says, and posts the page's form
 * with what comes back: nothing is fetched. Without it the page says what else can be done (docs/adr/0035).
 */

const place = document.querySelector<HTMLElement>('[data-passkey]');
const form = place?.querySelector('form');
const field = form?.querySelector<HTMLInputElement>('[name="credential"]');

/** How long a browser may wait for somebody, in milliseconds. */
const timeout = 300_000;

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(text, (one) => one.charCodeAt(0));
}

function textOf(buffer: ArrayBuffer): string {
  const text = Array.from(new Uint8Array(buffer), (one) => String.fromCharCode(one)).join('');
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}

const listed = (text = ''): string[] => text.split(' ').filter(Boolean);

const type = 'public-key';
const userVerification = 'required';

function ask({
  passkey,
  challenge = '',
  host = '',
  service = '',
  known,
  algorithms,
  handle = '',
  name = '',
}: DOMStringMap) {
  const shared = { challenge: bytesOf(challenge), timeout };
  const keys = listed(known).map((id) => ({ type, id: bytesOf(id) }) as const);
  if (passkey === 'sign') {
    return navigator.credentials.get({
      publicKey: { ...shared, rpId: host, allowCredentials: keys, userVerification },
    });
  }
  return navigator.credentials.create({
    publicKey: {
      ...shared,
      rp: { id: host, name: service },
      user: { id: bytesOf(handle), name, displayName: name },
      pubKeyCredParams: listed(algorithms).map((alg) => ({ type, alg: Number(alg) })),
      excludeCredentials: keys,
      authenticatorSelection: { residentKey: 'preferred', userVerification },
      attestation: 'none',
    },
  });
}

/** What is posted of an answer of the browser; nothing of one that is no passkey. */
function posted(credential: Credential | null): string | undefined {
  if (!(credential instanceof PublicKeyCredential)) return undefined;
  const { id, response } = credential;
  const clientDataJSON = textOf(response.clientDataJSON);
  if (response instanceof AuthenticatorAssertionResponse) {
    const { authenticatorData, signature } = response;
    return JSON.stringify({
      id,
      clientDataJSON,
      authenticatorData: textOf(authenticatorData),
      signature: textOf(signature),
    });
  }
  if (!(response instanceof AuthenticatorAttestationResponse)) return undefined;
  // Browsers of some years ago do not tell.
  const transports = 'getTransports' in response ? response.getTransports() : [];
  return JSON.stringify({ id, clientDataJSON, attestationObject: textOf(response.attestationObject), transports });
}

function show(id: string, isShown: boolean): void {
  const element = document.getElementById(id);
  if (element) element.hidden = !isShown;
}

if (place && form && field && 'credentials' in navigator && 'PublicKeyCredential' in window) {
  place.hidden = false;
  show('no-passkey', false);
  let isAsking = false;
  form.addEventListener('submit', (event) => {
    // What was filled in is on its way, as any form.
    if (field.value !== '') return;
    event.preventDefault();
    event.stopPropagation();
    if (isAsking) return;
    isAsking = true;
    show('passkey-failed', false);
    ask(place.dataset)
      .then((credential) => {
        field.value = posted(credential) ?? '';
        if (field.value === '') show('passkey-failed', true);
        else form.querySelector('button')?.click();
      })
      .catch(() => show('passkey-failed', true))
      .finally(() => {
        isAsking = false;
      });
  });
  // Come back to by the browser's button: what was signed is used.
  window.addEventListener('pageshow', () => {
    field.value = '';
  });
}
