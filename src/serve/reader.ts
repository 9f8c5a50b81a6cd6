import type { Live } from '../model/live.ts'
import { again } from './again.ts'

/** Editors write a file in several steps; a reading begins when none came for so long. Units: milliseconds. */
const pauseMs = 2
/** A file that is written without a pause is read all the same. Units: milliseconds. */
const patienceMs = 12

/**
 * Reads a deck whenever its files change, one reading at a time; the newest is the last. Gives what is to be told of
 * changes. Errors: what reading throws goes to `onError`, and reading goes on.
 */
export function readAgain(live: Live, onError: (error: unknown) => void): (changed: readonly string[]) => void {
  let waiting = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let since = 0
  const read = again(async () => {
    const changed = [...waiting]
    waiting = new Set()
    await live.refresh(changed).catch(onError)
  })
  return (changed) => {
    const now = performance.now()
    if (waiting.size === 0) since = now
    for (const path of changed) waiting.add(path)
    if (timer && now - since >= patienceMs) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      timer = undefined
      void read()
    }, pauseMs)
  }
}
