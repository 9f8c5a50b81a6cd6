import { describe, expect, test } from 'vitest'
import type { LaidOutDeck } from '../../src/model/laid-out.ts'
import { renderPrint } from '../../src/render/render-print.ts'
import { fontStyles } from '../../src/render/theme-css.ts'
import { faultsOf } from '../accessible.ts'
import { openPage } from '../browser.ts'
import { readPdf } from '../pdf-file.ts'
import { lentPrinter } from '../printer.ts'
import { fontFiles, handMade, officialTheme } from './laid-out.ts'
import { allLayouts } from './pages.ts'

const lent = lentPrinter()
const words = { slideOf: 'Slide {x} of {y}' }
const fonts = fontStyles(fontFiles(officialTheme()))

const draw = (deck: LaidOutDeck, pages: readonly number[] = deck.pages.map((_, i) => i)) =>
  renderPrint(deck, { fonts, words, pages })

const two = () =>
  handMade([
    { layout: 'text', content: { title: 'Бірінші', body: 'Мәтін.\n5. Бөлім\n[Екінші](#2)' } },
    { layout: 'text', content: { title: 'Жалғасы' }, more: { slide: 0, part: 2, parts: 2 } },
  ])

describe('the page that is printed', () => {
  test('has no script, allows none, and asks for nothing', async () => {
    const html = draw(await two())
    expect(html).not.toMatch(/<script|<link|<iframe| on\w+=|javascript:/i)
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!.replaceAll('&#x27;', "'")
    expect(policy).toMatch(/^default-src 'none'; style-src(?: 'sha256-[^' ]+'){2}; img-src data:; font-src data:; /)
    expect(html.match(/(?:src|href)="(?!data:|#)[^"]*"|url\((?!data:)[^)]*\)/g)).toBeNull()
  })

  test('has headings in steps, whatever they are on the screen', async () => {
    const headings = draw(await two()).match(/<h\d[^>]*?(?: aria-level="\d")?[^>]*>/g)!
    expect(headings.map((tag) => /aria-level="(\d)"/.exec(tag)?.[1] ?? tag[2])).toEqual(['1', '2', '2'])
  })

  test('is HTML in which html-validate finds nothing', async () => {
    expect(await faultsOf(draw(await two()))).toEqual([])
    expect(await faultsOf(draw(await allLayouts('16:9')))).toEqual([])
  })

  test('links to the pages it has, and to no other', async () => {
    const deck = await two()
    expect(draw(deck)).toContain('<a href="#s1-2">')
    expect(draw(deck, [0])).not.toContain('<a ')
  })

  test('escapes what the author wrote', async () => {
    const deck = await handMade([{ layout: 'text', content: { title: '<b>&', body: '</style><script>x</script>' } }], {
      title: '</title><script>y</script>',
    })
    const html = draw(deck)
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;b&gt;&amp;')
  })
})

test('the name of a slide without a title is drawn, but cannot be seen on any ground', async () => {
  const more = [{}, { ground: 'deep' as const }, { background: '#a01020' }]
  const deck = await handMade(more.map((one) => ({ layout: 'quote', content: { body: 'Сөз' }, more: one })))
  const html = draw(deck)
  const { page, close } = await openPage(html)
  const colors = await page.$$eval('.unseen', (names) =>
    names.map((name) => [getComputedStyle(name).color, getComputedStyle(name.closest('.slide')!).backgroundColor]),
  )
  await close()
  expect(colors).toHaveLength(3)
  for (const [ink, ground] of colors) expect(ink).toBe(ground)
  expect((await readPdf(await lent.printer.print(html, 3))).bookmarks).toEqual([1, 2, 3].map((n) => `Slide ${n} of 3`))
})

test('a text higher than its box is printed whole, on its slide', async () => {
  const text = Array.from({ length: 120 }, (_, i) => `Сөйлем нөмірі ${i}.`).join(' ')
  const deck = await handMade([{ layout: 'text', content: { title: 'Ұзақ', body: `${text} ${text}` } }])
  const [box] = deck.pages[0]!.boxes.filter(({ region }) => region === 'body')
  deck.pages[0]!.boxes[deck.pages[0]!.boxes.indexOf(box!)] = { ...box!, height: 300 }
  const { pages } = await readPdf(await lent.printer.print(draw(deck), 1))
  expect(pages).toHaveLength(1)
  expect(pages[0]!.text).toContain(`${text} ${text}`)
  const lowest = Math.max(...pages[0]!.texts.map(({ baseline }) => baseline))
  expect(lowest / 0.75).toBeLessThan(box!.y + 300)
})
