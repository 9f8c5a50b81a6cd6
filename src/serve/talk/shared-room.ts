import type { Broadcast } from './broadcast.ts'

/** How many follow the talk, in all processes. */
export interface SharedRoom {
  /** Returns how many pages of the audience are connected. */
  total(): number
  /** The number in this process has changed. */
  changed(): void
  close(): void
}

/** Options of `openSharedRoom`. */
export interface SharedRoomOptions {
  broadcast: Broadcast
  /** Returns how many pages of the audience are connected to this process. */
  count(): number
  /** A monotonic clock. Units: milliseconds. */
  now(): number
  /** The number in other processes has changed. */
  onChange(): void
  onError(error: unknown): void
}

const topic = 'room'
/** A process tells its number at most so often after a change, and again after so long. Units: milliseconds. */
const changeMs = 1_000
const repeatMs = 5_000
/** A process that says nothing for so long has ended. Units: milliseconds. */
const silentMs = 13_000
/** No talk has so many processes, and no process so many pages. */
const most = { processes: 1_000, pages: 1_000_000 }

/** Opens the count of a talk. */
export async function openSharedRoom(options: SharedRoomOptions): Promise<SharedRoom> {
  const { broadcast, count, now, onChange, onError } = options
  const process = crypto.randomUUID()
  const others = new Map<string, { count: number; at: number }>()
  const tell = () => void broadcast.publish(topic, { process, count: count() }).catch(onError)
  let timer: NodeJS.Timeout | undefined
  const off = await broadcast.subscribe(topic, (message) => {
    const { process: origin, count: given } = (message ?? {}) as Readonly<Record<string, unknown>>
    if (typeof origin !== 'string' || origin.length > 100 || origin === process) return
    if (!Number.isInteger(given) || (given as number) < 0 || (given as number) > most.pages) return
    const before = others.get(origin)?.count ?? 0
    if (others.size >= most.processes && !others.has(origin)) return
    others.set(origin, { count: given as number, at: now() })
    if (before !== given) onChange()
  })
  const repeat = setInterval(() => {
    if (count() > 0) tell()
    const gone = [...others].filter(([, { at }]) => now() - at > silentMs)
    for (const [origin] of gone) others.delete(origin)
    if (gone.length > 0) onChange()
  }, repeatMs)
  repeat.unref()
  return {
    total: () => [...others.values()].reduce((sum, one) => sum + one.count, count()),
    changed: () => {
      timer ??= setTimeout(() => {
        timer = undefined
        tell()
      }, changeMs)
      timer.unref()
    },
    close: () => {
      clearTimeout(timer)
      clearInterval(repeat)
      off().catch(onError)
    },
  }
}
