import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { check } from '../../src/build.ts'
import { slidesHtml } from '../../src/documents/slides-html.ts'
import { slidesPdf } from '../../src/documents/slides-pdf.ts'
import { openPage } from '../browser.ts'
import { readPdf } from '../pdf-file.ts'
import { notFoundInPdf } from '../pdf-search.ts'
import { lentPrinter, makeFirst } from '../printer.ts'

const lent = lentPrinter()

const text = [
  'Бағдарламаны жүргізілетін жұмыстарға байланысты ұйымдастырушылар ұсынады.',
  'Республикалық комиссияның отырысында **кәсіпкерлерімізге** көрсетілетін қолдау қаралады.',
  'Әлеуметтік қызметкерлердің біліктілігін арттыру, туындайтын міндеттер.',
]
const words = text.join(' ').replaceAll('*', '').split(' ')

const checkDeck = async () =>
  check(await lent.write({ name: 'Тасымал', lang: 'kk', content: [{ title: 'Бағандар', block: 6, text }] }), {
    root: lent.folder,
  })

test('the page on the screen holds whole words, and draws their hyphens', async () => {
  const html = Buffer.from(await makeFirst(slidesHtml(), await checkDeck(), lent.printer)).toString()
  const { page, close } = await openPage(html)
  const shown = await page.evaluate(() => {
    const texts = [...document.querySelectorAll<HTMLElement>('.prose p')]
    const copied = texts.map((one) => {
      getSelection()!.selectAllChildren(one)
      return getSelection()!.toString()
    })
    const hyphens = [...document.querySelectorAll('.ln.divided')].map((line) => getComputedStyle(line).backgroundImage)
    return { texts: texts.map(({ innerText }) => innerText).join(' '), copied: copied.join(' '), hyphens }
  })
  await close()
  expect(shown.hyphens.length).toBeGreaterThan(2)
  for (const image of shown.hyphens) expect(image).toContain('gradient')
  for (const word of words) {
    expect(shown.texts).toContain(word)
    expect(shown.copied).toContain(word)
  }
})

test('search in a PDF finds whole words, and Poppler copies them without their hyphens', async () => {
  const bytes = await makeFirst(slidesPdf(), await checkDeck(), lent.printer)
  const { pages } = await readPdf(bytes)
  // U+00AD would be invisible to PDF.js and Poppler, which then leave a space between the parts of the word.
  const hyphens = pages.flatMap(({ texts }) => texts.filter((one) => one.text.endsWith('-')))
  expect(hyphens.length).toBeGreaterThan(2)
  expect(await notFoundInPdf(bytes, [...words, 'бұлмұндажоқ'])).toEqual(['бұлмұндажоқ'])

  const path = join(lent.folder, 'words.pdf')
  await writeFile(path, bytes)
  const poppler = spawnSync('pdftotext', [path, '-'], { encoding: 'utf8' })
  if (poppler.error) return
  for (const word of words) expect(poppler.stdout.split(/\s+/)).toContain(word)
  expect(poppler.stdout).not.toMatch(/[-\u00ad]$/m)
})
