/**
 * Milliseconds of processor time this thread has used. What must not take long is held to this and not to the clock,
 * so that a busy machine does not fail it.
 */
export function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
