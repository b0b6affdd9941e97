/**
 * Ends this process as soon as the one that started it is gone, however that ended: SIGKILL leaves nobody to pass a signal
 * on, and a server that nobody minds would keep the port.
 */
export function endWithStarter() {
  // Not for the processes that this one starts: their channels, if any, are this one's.
  delete process.env.ENDS_WITH_ITS_STARTER;
  if (!process.connected) process.exit(1);
  process.once('disconnect', () => process.exit(1));
  // Watching must not keep a command alive that has done its work.
  process.channel.unref();
}
