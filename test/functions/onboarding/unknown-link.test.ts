import { expect, it } from 'vitest';
import { kinds } from '../../../functions/app/kinds.ts';
import { onboardingRequestPages } from '../../../functions/onboarding/pages/request-pages.ts';
import { requestRoutes } from '../../../functions/requests/pages/request-routes.tsx';
import { listedContact } from '../../../functions/rounds/listed-contact.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { onboardingWorld } from '../../support/onboarding/onboarding-world.ts';

it('a link that opens nothing leads to the contact of the Lab, and is the same whether there is such a request', async () => {
  const world = await onboardingWorld({ acceptedAt: instantSchema.parse('2027-04-16T01:00:00.000Z') });
  await world.step('ask-for-documents');
  const { id } = await world.requestOf('onboarding-documents');
  const reach = {
    ...world.deps,
    kinds,
    interestsIn: () => async () => undefined,
    verifyLink: async () => false,
    secure: false,
    contact: listedContact(world.deps.rounds, 'lab'),
  };
  const routes = requestRoutes(reach, 'onboarding', onboardingRequestPages(reach));
  const answer = async (method: 'GET' | 'POST', request: string) => {
    const route = routes.find((one) => one.method === method && one.path === '/r/onboarding/{request}/{mac}');
    const { status, body } = (await route?.page({
      method,
      path: `/r/onboarding/${request}/x`,
      params: { request, mac: 'x' },
      query: {},
      form: new Map(),
      cookies: {},
      lang: 'en',
      source: 'test',
      now: world.now(),
    })) ?? { status: 0, body: '' };
    return { status, body: body.replaceAll(request, 'ID') };
  };
  for (const method of ['GET', 'POST'] as const) {
    const forged = await answer(method, id);
    expect(forged.status).toBe(404);
    expect(forged.body).toContain('lab@fintech-academy.example');
    expect(await answer(method, 'f'.repeat(32))).toEqual(forged);
    expect(await answer(method, 'none')).toEqual(forged);
  }
  expect(await listedContact(world.deps.rounds, 'pilot')()).toBeUndefined();
});
