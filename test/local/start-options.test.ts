import { expect, it } from 'vitest';
import { readStartOptions } from '../../local/start-options.ts';

it('uses the ports of the README', () => {
  expect(readStartOptions([], {})).toEqual({
    fresh: false,
    ports: { frontDoor: 8080, cloud: 4566, inbox: 8025, smtp: 1025, runs: 8090 },
  });
});

it('moves all ports by an option, or else by the environment', () => {
  expect(readStartOptions(['--port-offset', '100'], { SFA_PORT_OFFSET: '200' }).ports.frontDoor).toBe(8180);
  expect(readStartOptions(['--fresh'], { SFA_PORT_OFFSET: '200' })).toMatchObject({
    fresh: true,
    ports: { cloud: 4766 },
  });
});

it.each([[['--port-offset', 'x']], [['--port-offset=-1']], [['--frehs']], [['extra']]])(
  'shows the usage for %j',
  (args) => {
    expect(() => readStartOptions(args, {})).toThrow('npm start -- [--fresh] [--port-offset N]');
  },
);
