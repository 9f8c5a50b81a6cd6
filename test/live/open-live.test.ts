import { describe, expect, test } from 'vitest'
import { openLive } from '../../src/live/open-live.ts'
import { faultOf } from '../load/folder.ts'
import { applyChange, deckOf, openLiveDeck, slide } from './live-deck.ts'

const three = [slide('One'), slide('Two'), slide('Three')]
const long = 'Every word of this sentence is read by someone in the hall. '.repeat(40)

describe('an edit', () => {
  test('of one slide sends its page and no other', async () => {
    const { live, changes, save } = await openLiveDeck(deckOf(three))
    const before = live.state()!
    await save(deckOf([three[0], slide('Zwei'), three[2]]))
    expect(changes).toMatchObject([{ version: 2, order: null, symbols: null, data: null }])
    expect(changes[0]!.pages.map(({ id }) => id)).toEqual(['s2'])
    expect(live.state()!.pages[1]!.html).toContain('Zwei')
    expect(live.state()!.pages.map((page, i) => page === before.pages[i])).toEqual([true, false, true])
  })

  test('that adds a page sends the slide first, then the numbers of all others', async () => {
    const { live, changes, save } = await openLiveDeck(deckOf(three))
    const before = live.state()!
    await save(deckOf([three[0], slide('Two', long), three[2]]))
    expect(changes.map(({ pages }) => pages.map(({ id }) => id))).toEqual([
      ['s2', 's2-2'],
      ['s1', 's3'],
    ])
    expect(changes.map(({ order }) => order)).toEqual([['s1', 's2', 's2-2', 's3'], null])
    expect(changes.reduce(applyChange, before)).toEqual(live.state())
  })

  test('keeps the notes separate from the page', async () => {
    const { live, changes, save } = await openLiveDeck(deckOf(three))
    await save(deckOf([{ ...three[0], notes: 'Breathe.\nThen begin.' }, ...three.slice(1)]))
    const { html, notes } = changes[0]!.pages[0]!
    expect(notes).toBe('<div class="notes"><p>Breathe.</p><p>Then begin.</p></div>')
    expect(html).not.toContain('Breathe')
    expect(live.state()!.pages[1]!.notes).toBe('')
  })

  test('with a mistake is reported at its place, and the last valid deck stays', async () => {
    const { live, changes, save } = await openLiveDeck(deckOf(three))
    const state = live.state()
    await save(deckOf([three[0], { title: ['no', 'text'] }, three[2]]))
    expect(live.report()).toMatchObject({ valid: false, fault: null, slides: 3 })
    expect(live.report().diagnostics).toMatchObject([{ code: 'value-wrong', slide: 2 }])
    expect(live.state()).toBe(state)
    expect(changes).toEqual([])
  })

  test('that changes nothing sends no change, but a report', async () => {
    const { live, changes, save } = await openLiveDeck(deckOf(three))
    let reports = 0
    live.onReport(() => reports++)
    await save(deckOf(three))
    await save(`${deckOf(three)}\n`)
    expect(changes).toEqual([])
    expect(reports).toBe(2)
  })
})

test('listeners are called until they are removed', async () => {
  const { live, save } = await openLiveDeck(deckOf(three))
  let calls = 0
  const off = live.onChange(() => calls++)
  await save(deckOf([slide('Eins'), ...three.slice(1)]))
  off()
  await save(deckOf(three))
  expect(calls).toBe(1)
})

test('the options choose the language, the theme and the aspect ratio', async () => {
  const deck = deckOf([{ title: { ru: 'Привет', en: 'Hello' } }])
  const { live } = await openLiveDeck(deck, {}, { lang: 'en', theme: 'calm', aspect: '4:3' })
  expect(live.state()).toMatchObject({ lang: 'en', data: { lang: 'en', width: 960, height: 720 } })
  expect(live.state()!.pages[0]!.html).toContain('Hello')
})

test('invalid options throw at once', async () => {
  const { path } = await openLiveDeck(deckOf(three))
  expect(await faultOf(openLive(path, { theme: 'nobody' }))).toMatchObject({
    fault: { code: 'flag-value-unknown', flag: '--theme' },
    exitCode: 2,
  })
  expect(await faultOf(openLive(path, { root: '/no/such/folder' }))).toMatchObject({ fault: { code: 'root-missing' } })
})
