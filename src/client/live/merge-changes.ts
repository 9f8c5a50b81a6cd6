import type { LiveChange } from '../../model/wire/live.ts'

/** Merges two consecutive changes. Pages that the second one replaces or removes are left out of the first one. */
export function mergeChanges(first: LiveChange, second: LiveChange): LiveChange {
  const order = second.order ?? first.order
  const remaining = order && new Set(order)
  const replaced = new Set(second.pages.map(({ id }) => id))
  const kept = first.pages.filter(({ id }) => !replaced.has(id) && (!remaining || remaining.has(id)))
  return {
    version: second.version,
    tag: second.tag,
    pages: [...kept, ...second.pages],
    order,
    css: second.css ?? first.css,
    symbols: second.symbols ?? first.symbols,
    data: second.data ?? first.data,
  }
}

/**
 * Collects changes and applies all that have arrived by the time the page is idle, so that a slow page does not fall behind
 * when a user saves often.
 */
export function coalesceChanges(apply: (change: LiveChange) => void): (change: LiveChange) => void {
  let waiting: LiveChange | null = null
  return (change) => {
    if (waiting === null) {
      // Messages that have already arrived are handled before the timer.
      setTimeout(() => {
        const merged = waiting as LiveChange
        waiting = null
        apply(merged)
      })
    }
    waiting = waiting ? mergeChanges(waiting, change) : change
  }
}
