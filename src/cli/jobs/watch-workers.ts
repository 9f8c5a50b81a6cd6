import { listWorkers } from '../../jobs/queue/worker-state.ts'
import type { RedisLink } from '../../redis/open-redis.ts'

/** How often workers are looked for. Units: milliseconds. */
const lookMs = 5_000

/**
 * Calls `onNone` when nobody works at a server: at first, and again after the last worker has ended. Returns a function that
 * stops it.
 */
export function watchWorkers(link: RedisLink, onNone: () => void, everyMs = lookMs): () => void {
  let wereThere = true
  let isLooking = false
  let isStopped = false
  const look = async () => {
    if (isLooking) return
    isLooking = true
    // An outage of the server is told elsewhere.
    const count = await listWorkers(link).then(
      ({ length }) => length,
      () => null,
    )
    isLooking = false
    if (count === null || isStopped) return
    if (count === 0 && wereThere) onNone()
    wereThere = count > 0
  }
  const timer = setInterval(() => void look(), everyMs)
  timer.unref()
  return () => {
    isStopped = true
    clearInterval(timer)
  }
}
