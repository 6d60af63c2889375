/**
 * Runs `work` over `items`, six at a time: more make Chromium fail, fewer make it slow. When one fails no other is begun, and the failure
 * is told when those under way are over, so that nothing is written behind the back of who cleans up.
 */
export const inParallel = async <T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> => {
  const queue = [...items]
  const failures: unknown[] = []
  const lane = async (): Promise<void> => {
    try {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
    } catch (error) {
      queue.length = 0
      failures.push(error)
    }
  }
  await Promise.all(Array.from({ length: 6 }, lane))
  if (failures.length > 0) throw failures[0]
}
