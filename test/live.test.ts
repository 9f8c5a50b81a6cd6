import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openLive } from '../src/live.ts'
import type { LiveChange } from '../src/model/live.ts'
import { folder } from './load/folder.ts'

const slide = (title: string, text = 'Some words that stand below.') => ({ title, text })
const deckOf = (slides: unknown[], more = {}) => JSON.stringify({ name: 'Talk', ...more, content: slides }, null, 2)
const three = [slide('One'), slide('Two'), slide('Three')]

/** A deck on the disk, open, and every change that it told. */
async function opened(content: string, files: Record<string, string> = {}) {
  const root = folder({ 'static/': '', 'decks/talk.json': content, ...files })
  const path = join(root, 'decks/talk.json')
  const live = await openLive(path)
  const changes: LiveChange[] = []
  live.onChange((change) => changes.push(change))
  const save = (text: string) => {
    writeFileSync(path, text)
    return live.refresh([path])
  }
  return { root, path, live, changes, save }
}

describe('a deck that is edited', () => {
  test('sends the changed slide and no other', async () => {
    const { live, changes, save } = await opened(deckOf(three))
    await save(deckOf([three[0], slide('Zwei'), three[2]]))
    expect(changes.flatMap(({ pages }) => pages.map(({ id }) => id))).toEqual(['s2'])
    expect(changes[0]).toMatchObject({ order: null, symbols: null, data: null })
    expect(live.state()!.pages[1]!.html).toContain('Zwei')
  })

  test('keeps what could be shown last when its file breaks or goes', async () => {
    const { path, live, changes, save } = await opened(deckOf(three))
    const before = live.state()
    await save('{"content": [}')
    expect(live.report()).toMatchObject({ good: false })
    expect(live.report().diagnostics.length).toBeGreaterThan(0)
    rmSync(path)
    await live.refresh([path])
    expect(live.report()).toMatchObject({ good: false, fault: { code: 'file-missing' } })
    expect(live.state()).toBe(before)
    expect(changes).toEqual([])
    await save(deckOf([...three, slide('Four')]))
    expect(live.report().good).toBe(true)
    expect(changes[0]!.order).toEqual(['s1', 's2', 's3', 's4'])
  })
})
