import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { type LiveOptions, openLive } from '../../src/live/open-live.ts'
import type { LiveChange, LiveState } from '../../src/model/wire/live.ts'
import { type Clock, systemClock } from '../../src/system/clock.ts'
import { folder } from '../load/folder.ts'

export const slide = (title: string, text = 'Some words that stand below.') => ({ title, text })

export const deckOf = (slides: readonly unknown[], more: object = {}) =>
  JSON.stringify({ name: 'Talk', ...more, content: slides }, null, 2)

/** A clock on which time passes at once whenever someone waits for it. */
export function skippingClock(): Clock {
  let skippedMs = 0
  return {
    now: () => Date.now() + skippedMs,
    wait: async (durationMs) => {
      await turn()
      skippedMs += durationMs
    },
  }
}

/** A deck on the disk, open, and every change that it told. `save` writes it and waits until all is worked out. */
export async function openLiveDeck(
  content: string,
  files: Record<string, string | Uint8Array> = {},
  options: LiveOptions = {},
) {
  const root = folder({ 'static/': '', 'decks/talk.json': content, ...files })
  const path = join(root, 'decks/talk.json')
  const live = await openLive(path, options)
  const changes: LiveChange[] = []
  live.onChange((change) => changes.push(change))
  const save = (text: string | Uint8Array) => {
    writeFileSync(path, text)
    const savedAt = new Date((options.clock ?? systemClock).now())
    utimesSync(path, savedAt, savedAt)
    return live.refresh([path])
  }
  return { root, path, live, changes, save }
}

/** What a page shows after a change; `before` is what it showed until then, null if nothing. */
export function applyChange(before: LiveState | null, change: LiveChange): LiveState {
  const pages = new Map([...(before?.pages ?? []), ...change.pages].map((page) => [page.id, page]))
  const order = change.order ?? before?.pages.map(({ id }) => id) ?? []
  const data = (change.data ?? before?.data)!
  return {
    version: change.version,
    tag: change.tag,
    lang: data.lang,
    pages: order.map((id) => pages.get(id)!),
    css: (change.css ?? before?.css)!,
    symbols: (change.symbols ?? before?.symbols)!,
    data,
  }
}
