import type { LiveChange } from '../../model/wire/live.ts'

/** Two changes, one after the other, as one: what the second brings again or takes away is not brought by the first. */
export function mergeChanges(first: LiveChange, then: LiveChange): LiveChange {
  const order = then.order ?? first.order
  const staying = order && new Set(order)
  const again = new Set(then.pages.map(({ id }) => id))
  const kept = first.pages.filter(({ id }) => !again.has(id) && (!staying || staying.has(id)))
  return {
    version: then.version,
    pages: [...kept, ...then.pages],
    order,
    css: then.css ?? first.css,
    symbols: then.symbols ?? first.symbols,
    data: then.data ?? first.data,
  }
}

/**
 * Takes changes as they come, and brings in all that have come by the time that the page is free: a page that takes longer
 * over a change than the next save takes does not fall behind.
 */
export function coalesceChanges(bring: (change: LiveChange) => void): (change: LiveChange) => void {
  let waiting: LiveChange | null = null
  return (change) => {
    if (waiting === null) {
      // What has come meanwhile is heard before a timer that was set now.
      setTimeout(() => {
        const all = waiting as LiveChange
        waiting = null
        bring(all)
      })
    }
    waiting = waiting ? mergeChanges(waiting, change) : change
  }
}
