import { expect, test } from 'vitest'
import { check } from '../../src/build.ts'
import { handoutPdf } from '../../src/documents/handout-pdf.ts'
import { slidesPdf } from '../../src/documents/slides-pdf.ts'
import type { TextView } from '../../src/model/laid-out.ts'
import { checkStandards } from '../pdf/standards.ts'
import { readPdf } from '../pdf-file.ts'
import { lentPrinter, makeFirst } from '../printer.ts'

const lent = lentPrinter()
const ours = /^(?:GolosText|NotoSans|NotoSerif|NotoEmoji|NotoSansSymbols2?|NotoSansMath)-/
const texts = [
  '🚀 ✅ ❌ 👍 бітті 🔥',
  'Белгілер: ✓ ✔ ✗ ★ ■ ▲ ▼ ● → ⇒ ➜ ☐ ☑ ☎ ⚠ ① Ⅷ',
  'α β μ Ω ∑ ∈ ½ ⅓ oʻzbek Ğ ğ Ŭ',
  '**қалың ★ Ω 🏆** және *көлбеу ★ Ω 🏆*',
]
const content = [{ title: 'Белгі ✓ 🚀', text: texts.join('\n') }]

test.each(['official', 'calm', 'contrast', 'stage'])(
  'signs and emoji are in the PDF in fonts of ours: %s',
  async (theme) => {
    const path = await lent.write({ name: 'Белгілер', lang: 'kk', theme, content }, `${theme}.json`)
    const checked = await check(path, {})
    expect(checked.diagnostics.filter(({ code }) => code === 'letter-missing')).toEqual([])
    const bytes = await makeFirst(slidesPdf(), checked, lent.printer)
    const { pages } = await readPdf(bytes)
    const fonts = [...new Set(pages.flatMap((page) => page.fonts))].map((name) => name.replace(/^[A-Z]{6}\+/, ''))
    expect(fonts.filter((name) => !ours.test(name))).toEqual([])
    const text = pages
      .map((page) => page.text)
      .join(' ')
      .replace(/\s/gu, '')
    for (const line of texts) expect(text).toContain(line.replace(/[\s*]/g, ''))
    expect(await checkStandards(bytes)).toEqual([])
    const lines = checked.editions[0]!.deck.pages.flatMap(({ boxes }) =>
      boxes.flatMap(({ view }) => (view as Partial<TextView>).page?.paragraphs.flatMap((one) => one.lines) ?? []),
    )
    expect(lines.length).toBeGreaterThanOrEqual(texts.length)
  },
)

test.each([
  ['slides', slidesPdf()],
  ['handout', handoutPdf({ perPage: 1, notes: true })],
])('no font of the machine is in a PDF of %s: boxes stand for letters that ours lack', async (_, kind) => {
  const foreign = '中文 საქართველო Հայ שלום ไทย 한국'
  const [title, text, notes] = ['中文', `Сөз ${foreign} соңы`, foreign]
  const chart = '中\t1\n文\t2\nB\t3'
  const slides = [
    { title, text, notes },
    { title: 'Сан', chart },
  ]
  const checked = await check(await lent.write({ name: 'Әріп', lang: 'kk', content: slides }, 'foreign.json'), {})
  expect(checked.diagnostics.map(({ code }) => code)).toContain('letter-missing')
  const bytes = await makeFirst(kind as ReturnType<typeof slidesPdf>, checked, lent.printer)
  const { pages } = await readPdf(bytes)
  expect(pages.flatMap(({ fonts }) => fonts).filter((name) => !ours.test(name))).toEqual([])
  expect(pages[0]!.alts).toEqual(expect.arrayContaining(['中', 'ქ', 'ไ', '한']))
  expect(pages[0]!.text.replace(/\s/g, '')).toContain('Сөзсоңы')
  expect(await checkStandards(bytes)).toEqual([])
})
