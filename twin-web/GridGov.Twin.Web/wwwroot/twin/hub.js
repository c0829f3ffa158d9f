// The SignalR client, loaded from the host; it is a classic script that sets globalThis.signalR.

/** Returns a function that makes a new connection to the hub. */
export async function connection(url) {
  if (!globalThis.signalR) await import(url);
  const { signalR } = globalThis;
  return () => {
    const made = new signalR.HubConnectionBuilder().withUrl('/hubs/twin').configureLogging(signalR.LogLevel.Error).build();
    made.serverTimeoutInMilliseconds = 15000;
    made.keepAliveIntervalInMilliseconds = 5000;
    return made;
  };
}
