/** How far the browser has read the page. The show starts with its first slide, while the rest is still being read. */
export interface PageReading {
  isDone(): boolean
  /** Resolves when all slides have been read. */
  done: Promise<void>
  /** Resolves as soon as a condition on the slides holds, at the latest when all have been read. */
  until(condition: () => boolean): Promise<void>
}

/** Calls `onRead` with the slides that the browser adds to their parent while it reads the page. */
export function followReading(parent: HTMLElement, onRead: (added: ReadonlySet<HTMLElement>) => void): PageReading {
  let isDone = document.readyState !== 'loading'
  let waiting: { condition: () => boolean; resolve: () => void }[] = []
  const until = (condition: () => boolean) =>
    new Promise<void>((resolve) => {
      if (isDone || condition()) resolve()
      else waiting.push({ condition, resolve })
    })
  const receive = (records: readonly MutationRecord[]) => {
    const added = records.flatMap(({ addedNodes }) => [...addedNodes].filter(isSection))
    if (added.length > 0) onRead(new Set(added))
    const ready = waiting.filter(({ condition }) => isDone || condition())
    waiting = waiting.filter((one) => !ready.includes(one))
    for (const { resolve } of ready) resolve()
  }
  if (!isDone) {
    const observer = new MutationObserver(receive)
    observer.observe(parent, { childList: true })
    document.addEventListener(
      'DOMContentLoaded',
      () => {
        isDone = true
        receive(observer.takeRecords())
        observer.disconnect()
      },
      { once: true },
    )
  }
  return { isDone: () => isDone, done: until(() => false), until }
}

const isSection = (node: Node): node is HTMLElement => node.nodeName === 'SECTION'
