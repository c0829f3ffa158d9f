// The SignalR client, loaded from the host; it is a classic script that sets globalThis.signalR.
import { framesProtocol } from './protocol.js';

/** Returns a function that makes a new connection to the hub; the world in its address has a cluster lead it to where that world lives. */
export async function connection(url, world) {
  if (!globalThis.signalR) await import(url);
  const { signalR } = globalThis;
  return () => {
    const protocol = framesProtocol(new signalR.JsonHubProtocol());
    const made = new signalR.HubConnectionBuilder().withUrl(`/hubs/twin?world=${encodeURIComponent(world)}`).withHubProtocol(protocol).configureLogging(signalR.LogLevel.Error).build();
    made.serverTimeoutInMilliseconds = 15000;
    made.keepAliveIntervalInMilliseconds = 5000;
    return made;
  };
}
