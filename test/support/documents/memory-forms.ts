import { type SignedForms, signedForms } from '../../../functions/documents/signed-forms.ts';

/** Forms for a bucket, signed with a key that opens nothing. */
export const memoryForms = (): SignedForms =>
  signedForms(
    {
      config: {
        region: async () => 'ap-northeast-2',
        credentials: async () => ({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' }),
      },
    },
    'documents',
  );
