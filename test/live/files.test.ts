import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import sharp from 'sharp'
import { describe, expect, test, vi } from 'vitest'
import type { Live, LiveReport } from '../../src/model/live.ts'
import { deckOf, openLiveDeck, slide } from './live-deck.ts'

const three = [slide('One'), slide('Two'), slide('Three')]
const four = deckOf([...three, slide('Four')])

const reportsOf = (live: Live) => {
  const reports: LiveReport[] = []
  live.onReport((report) => reports.push(report))
  return reports
}

const titles = (live: Live) =>
  live.state()!.pages.map(({ html }) => /<h[12][^>]*>(.*?)<\/h/.exec(html)?.[1]?.replace(/<[^>]*>/g, ''))

const ours = (more = {}) =>
  JSON.stringify({ extends: 'official', name: { kk: 'Біздің', ru: 'Наша', en: 'Ours' }, ...more })

/** Lets a reading that has begun go on for a while. */
async function turns(): Promise<void> {
  for (let i = 0; i < 300; i++) await turn()
}

const picture = (color: string) =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: color } })
    .png()
    .toBuffer()

describe('a file that is being written', () => {
  test.each([
    ['empty', 0],
    ['cut inside a word', four.length - 40],
    ['cut between two slides, where the brackets that are missing could be added', four.lastIndexOf('{')],
  ])('%s is no error, and the final content is shown', async (_, length) => {
    const { path, live, changes } = await openLiveDeck(deckOf(three))
    const reports = reportsOf(live)
    writeFileSync(path, four.slice(0, length))
    // However slow this machine is, the file was changed just now.
    utimesSync(path, new Date(), new Date(Date.now() + 10_000))
    const done = live.refresh([path])
    await turns()
    writeFileSync(path, four)
    await done
    expect(reports.map(({ valid: good }) => good)).toEqual([true])
    expect(changes.map(({ order }) => order?.length)).toEqual([4])
  })

  test('is shown as it is once nothing writes to it any more', async () => {
    const { path, live, changes } = await openLiveDeck(deckOf(three))
    writeFileSync(path, four.slice(0, -40))
    utimesSync(path, new Date(), new Date(Date.now() - 10_000))
    await live.refresh([path])
    expect(live.report()).toMatchObject({ valid: false, text: four.slice(0, -40) })
    expect(changes).toEqual([])
  })

  test('keeps all its slides in front of an audience, even if only some are readable', async () => {
    const { path, live, changes } = await openLiveDeck(deckOf(three), {}, { rejectTruncated: true })
    writeFileSync(path, four.slice(0, four.lastIndexOf('{')))
    utimesSync(path, new Date(), new Date(Date.now() - 10_000))
    await live.refresh([path])
    expect(live.report()).toMatchObject({ valid: false })
    expect([changes, live.state()!.pages.length]).toEqual([[], 3])
    writeFileSync(path, four)
    await live.refresh([path])
    expect([live.report().valid, live.state()!.pages.length]).toEqual([true, 4])
  })

  test('may be replaced by another file of the same name', async () => {
    const { root, path, live } = await openLiveDeck(deckOf(three))
    writeFileSync(join(root, 'decks/.talk.swp'), four)
    renameSync(join(root, 'decks/.talk.swp'), path)
    await live.refresh([path])
    expect(titles(live)).toEqual(['One', 'Two', 'Three', 'Four'])
  })

  test('may disappear and come back', async () => {
    const { path, live } = await openLiveDeck(deckOf(three))
    rmSync(path)
    await live.refresh([path])
    expect(live.report()).toMatchObject({ valid: false, fault: { code: 'file-missing' }, slides: 0 })
    expect(titles(live)).toEqual(['One', 'Two', 'Three'])
    writeFileSync(path, deckOf(three))
    await live.refresh([path])
    expect(live.report()).toMatchObject({ valid: true, fault: null, slides: 3 })
  })

  test('may be missing at first', async () => {
    const { root } = await openLiveDeck(four)
    const { openLive } = await import('../../src/live/open-live.ts')
    const path = join(root, 'decks/later.json')
    const live = await openLive(path)
    expect(live.state()).toBeNull()
    expect(live.watchedPaths()).toContain(path)
    writeFileSync(path, deckOf(three))
    await live.refresh([path])
    expect(titles(live)).toEqual(['One', 'Two', 'Three'])
  })

  test('after a thousand saves at once, the newest is shown', async () => {
    const { path, live, changes } = await openLiveDeck(deckOf(three))
    const refreshed: Promise<void>[] = []
    for (let n = 1; n <= 1000; n++) {
      writeFileSync(path, deckOf([slide('One'), slide(`Save ${n}`), slide('Three')]))
      refreshed.push(live.refresh([path]))
      if (n % 50 === 0) await turn()
    }
    await Promise.all(refreshed)
    expect(titles(live)[1]).toBe('Save 1000')
    expect(changes.length).toBeLessThan(100)
  })

  test('continuous saves are shown from time to time, even if each changes several slides', async () => {
    const { path, live, changes } = await openLiveDeck(deckOf(three))
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      const saveAs = (n: number) => {
        writeFileSync(path, deckOf([slide(`First ${n}`), slide('Two'), slide(`Third ${n}`)]))
        return live.refresh([path])
      }
      const done = saveAs(0)
      for (let n = 1; changes.length === 0; n++) {
        // Time goes on: it may be that the file was read just when it was empty, and that counts as seen.
        vi.setSystemTime(Date.now() + 30)
        void saveAs(n)
        await turn()
      }
      await done
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('files that a deck refers to', () => {
  test('a changed picture has a new address, and the old one still works', async () => {
    const files = { 'static/img/a.png': await picture('red') }
    const { root, live, changes } = await openLiveDeck(
      deckOf([...three, { title: 'Picture', img_path: '/img/a.png', img_alt: 'A' }]),
      files,
    )
    const address = () => /src="(pictures\/[0-9a-f]+)"/.exec(live.state()!.pages[3]!.html)![1]!
    const before = address()
    expect(live.resource(before)).toMatchObject({ mime: 'image/png' })
    const file = join(root, 'static/img/a.png')
    expect(live.watchedPaths()).toContain(file)
    writeFileSync(file, await picture('blue'))
    await live.refresh([file])
    expect(address()).not.toBe(before)
    expect(changes.flatMap(({ pages }) => pages.map(({ id }) => id))).toEqual(['s4'])
    expect(live.resource(address())).toMatchObject({ mime: 'image/png' })
    expect(live.resource(before)).not.toBeNull()
  })

  test('a missing picture is shown once it exists', async () => {
    const { root, live } = await openLiveDeck(
      deckOf([...three, { title: 'Picture', img_path: '/img/a.png', img_alt: 'A' }]),
    )
    expect(live.report().diagnostics).toMatchObject([{ code: 'image-file-missing', slide: 4 }])
    const file = join(root, 'static/img/a.png')
    expect(live.watchedPaths()).toContain(file)
    mkdirSync(join(root, 'static/img'))
    writeFileSync(file, await picture('red'))
    await live.refresh([file])
    expect(live.report().diagnostics).toEqual([])
    expect(live.state()!.pages[3]!.html).toMatch(/src="pictures\//)
  })

  test('a picture is shown with the edit that first refers to it', async () => {
    const { live, changes, save } = await openLiveDeck(deckOf(three), { 'static/img/a.png': await picture('red') })
    await save(deckOf([three[0], { ...three[1], img_path: '/img/a.png' }, three[2]]))
    const [, address] = /src="(pictures\/[0-9a-f]+)"/.exec(changes[0]!.pages[0]!.html)!
    expect(live.resource(address!)).not.toBeNull()
    expect(changes).toHaveLength(1)
  })

  test('a change in the style sheet of the theme sends a style sheet and no pages', async () => {
    const files = { 'themes/ours/theme.json': ours(), 'themes/ours/theme.css': '.slide{opacity:1}' }
    const { root, live, changes } = await openLiveDeck(deckOf(three, { theme: 'ours' }), files)
    const pages = live.state()!.pages
    const file = join(root, 'themes/ours/theme.css')
    writeFileSync(file, '.slide{opacity:0.9}')
    await live.refresh([file])
    expect(changes).toMatchObject([{ pages: [], order: null, data: null }])
    expect(changes[0]!.css).toContain('opacity:0.9')
    expect(live.state()!.pages.every((page, i) => page === pages[i])).toBe(true)
  })

  test('a theme with a mistake keeps the last valid theme', async () => {
    const files = { 'themes/ours/theme.json': ours() }
    const { root, live, changes } = await openLiveDeck(deckOf(three, { theme: 'ours' }), files)
    const file = join(root, 'themes/ours/theme.json')
    writeFileSync(file, ours({ extends: 'nobody' }))
    await live.refresh([file])
    expect(live.report().valid).toBe(false)
    expect(live.report().diagnostics).toMatchObject([{ code: 'theme-unknown' }])
    expect(changes).toEqual([])
    writeFileSync(file, ours({ colors: { accent: '#123456' } }))
    await live.refresh([file])
    expect(live.report().valid).toBe(true)
    expect(changes[0]!.css).toContain('--accent:#123456')
  })

  test('fonts contain every letter, and are made again only for a missing letter', async () => {
    const { live, changes, save } = await openLiveDeck(deckOf(three))
    const fonts = (css: string) => [...css.matchAll(/url\((fonts\/[0-9a-f]+\.woff2)\)/g)].map(([, address]) => address!)
    const before = fonts(live.state()!.css)
    expect(before.length).toBeGreaterThan(0)
    for (const address of before) expect(live.resource(address)).toMatchObject({ mime: 'font/woff2' })
    await save(deckOf([three[0], slide('Two more words')]))
    expect(changes.every(({ css }) => css === null || fonts(css).join() === before.join())).toBe(true)
  })

  test('nothing else is served', async () => {
    const { live } = await openLiveDeck(deckOf(three))
    for (const name of ['', 'talk.json', 'pictures/', 'pictures/../talk.json', '../decks/talk.json', 'fonts/x.woff2']) {
      expect(live.resource(name)).toBeNull()
    }
  })
})
