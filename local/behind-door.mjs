// Loaded into Node servers that are not ours: they answer only to the door's secret, since every page of a browser can
// reach their port too. It stands before all that listens for requests, WebSockets included.
import { Server } from 'node:http';

const secret = process.env.DOOR_SECRET;
delete process.env.DOOR_SECRET;
const withRequest = new Set(['request', 'upgrade', 'checkContinue', 'checkExpectation', 'connect']);
const { emit } = Server.prototype;

/** @type {(this: Server, event: string, incoming: import('node:http').IncomingMessage, ...more: unknown[]) => boolean} */
const emitBehindDoor = function (event, incoming, ...more) {
  if (!withRequest.has(event)) return emit.call(this, event, incoming, ...more);
  if (!secret || incoming.headers['x-local-key'] !== secret) return !!incoming.socket.destroy();
  delete incoming.headers['x-local-key'];
  return emit.call(this, event, incoming, ...more);
};
Server.prototype.emit = emitBehindDoor;
