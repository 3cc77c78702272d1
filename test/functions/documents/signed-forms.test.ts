import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { signedForms } from '../../../functions/documents/signed-forms.ts';
import { signerFor } from '../../../functions/shared/aws/signed-fetch.ts';
import { addMinutes, instantSchema } from '../../../functions/shared/time.ts';
import { isPresignedUrl, isSignedForm } from '../../../local/signed-request.ts';

const key = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };
const client = (more: object = {}) => ({
  config: { region: async () => 'ap-northeast-2', credentials: async () => ({ ...key, ...more }) },
});
const now = instantSchema.parse('2027-04-16T00:00:00Z');
const id = 'ab'.repeat(16);
const upload = { id, until: addMinutes(now, 30), back: 'https://academy.city.test/documents/firm/hana/plan/x/sent' };
const policySchema = z.object({ expiration: z.string(), conditions: z.array(z.unknown()) });

describe('a form for the bucket', () => {
  it('is signed as AWS shows it in its example', async () => {
    const signer = signerFor('s3', { region: 'us-east-1', credentials: key });
    const policy =
      'eyAiZXhwaXJhdGlvbiI6ICIyMDE1LTEyLTMwVDEyOjAwOjAwLjAwMFoiLA0KICAiY29uZGl0aW9ucyI6IFsNCiAgICB7ImJ1Y2tldCI6ICJzaWd2NGV4YW1wbGVidWNrZXQifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRrZXkiLCAidXNlci91c2VyMS8iXSwNCiAgICB7ImFjbCI6ICJwdWJsaWMtcmVhZCJ9LA0KICAgIHsic3VjY2Vzc19hY3Rpb25fcmVkaXJlY3QiOiAiaHR0cDovL3NpZ3Y0ZXhhbXBsZWJ1Y2tldC5zMy5hbWF6b25hd3MuY29tL3N1Y2Nlc3NmdWxfdXBsb2FkLmh0bWwifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRDb250ZW50LVR5cGUiLCAiaW1hZ2UvIl0sDQogICAgeyJ4LWFtei1tZXRhLXV1aWQiOiAiMTQzNjUxMjM2NTEyNzQifSwNCiAgICB7IngtYW16LXNlcnZlci1zaWRlLWVuY3J5cHRpb24iOiAiQUVTMjU2In0sDQogICAgWyJzdGFydHMtd2l0aCIsICIkeC1hbXotbWV0YS10YWciLCAiIl0sDQoNCiAgICB7IngtYW16LWNyZWRlbnRpYWwiOiAiQUtJQUlPU0ZPRE5ON0VYQU1QTEUvMjAxNTEyMjkvdXMtZWFzdC0xL3MzL2F3czRfcmVxdWVzdCJ9LA0KICAgIHsieC1hbXotYWxnb3JpdGhtIjogIkFXUzQtSE1BQy1TSEEyNTYifSwNCiAgICB7IngtYW16LWRhdGUiOiAiMjAxNTEyMjlUMDAwMDAwWiIgfQ0KICBdDQp9';
    expect(await signer.sign(policy, { signingDate: new Date('2015-12-29T00:00:00Z') })).toBe(
      '8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e',
    );
  });

  it('takes one file under one key, of 1 byte to 20 MB, until its time is over, and nothing that is not in it', async () => {
    const { action, fields } = await signedForms(client({ sessionToken: 'token' }), 'documents').upload(upload, now);
    expect(action).toBe('https://documents.s3.ap-northeast-2.amazonaws.com/');
    const policy = policySchema.parse(JSON.parse(Buffer.from(fields.policy ?? '', 'base64').toString('utf8')));
    expect(policy.expiration).toBe('2027-04-16T00:30:00.000Z');
    expect(policy.conditions).toEqual([
      { bucket: 'documents' },
      { key: id },
      { success_action_redirect: upload.back },
      { 'x-amz-algorithm': 'AWS4-HMAC-SHA256' },
      { 'x-amz-credential': `${key.accessKeyId}/20270416/ap-northeast-2/s3/aws4_request` },
      { 'x-amz-date': '20270416T000000Z' },
      { 'x-amz-security-token': 'token' },
      ['content-length-range', 1, 20_971_520],
      ['starts-with', '$x-amz-meta-name', ''],
    ]);
    const named = policy.conditions.flatMap((one) =>
      Object.keys(z.record(z.string(), z.string()).safeParse(one).data ?? {}),
    );
    const carried = Object.keys(fields).filter(
      (name) => !['policy', 'x-amz-signature', 'x-amz-meta-name'].includes(name),
    );
    expect(carried).toEqual(named.filter((name) => name !== 'bucket'));
  });

  it('is one that the door of the local cloud, which signs by itself, takes for signed', async () => {
    const { fields } = await signedForms(client(), 'documents').upload(upload, now);
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    data.append('file', new Blob(['%PDF-1.7']), '계획.pdf');
    const made = new Response(data);
    const body = Buffer.from(await made.arrayBuffer());
    const type = made.headers.get('content-type') ?? '';
    expect(await isSignedForm(body, type, [key])).toBe(true);
    expect(await isSignedForm(body, type, [{ ...key, secretAccessKey: 'other' }])).toBe(false);
  });
});

it('a download is signed for one version, for a minute, as a file to be saved', async () => {
  const given = { id, versionId: 'v1', name: '사업 계획(1).pdf', type: 'application/pdf' };
  const url = new URL(await signedForms(client(), 'documents').download(given, now));
  expect(`${url.origin}${url.pathname}`).toBe(`https://documents.s3.ap-northeast-2.amazonaws.com/${id}`);
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    versionId: 'v1',
    'response-content-type': 'application/pdf',
    'response-content-disposition':
      'attachment; filename="(1).pdf"; filename*=UTF-8\'\'%EC%82%AC%EC%97%85%20%EA%B3%84%ED%9A%8D%281%29.pdf',
    'X-Amz-Expires': '60',
  });
  const asked = { method: 'GET', url: `${url.pathname}${url.search}`, headers: { host: url.host } };
  const seconds = (count: number) => new Date(Date.parse(now) + count * 1000);
  expect(isPresignedUrl(asked, [key], seconds(59))).toBe(true);
  expect(isPresignedUrl(asked, [key], seconds(61))).toBe(false);
  expect(isPresignedUrl({ ...asked, url: asked.url.replace('v1', 'v2') }, [key], seconds(1))).toBe(false);
});
