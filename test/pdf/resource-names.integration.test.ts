import sharp from 'sharp'
import { expect, test } from 'vitest'
import { joinPdfs } from '../../src/pdf/join-pdfs.ts'
import { makeAccessible } from '../../src/pdf/make-accessible.ts'
import { lentPrinter } from '../printer.ts'

const lent = lentPrinter()

const facts = { title: 'Pictures', author: null, lang: 'en', date: '2000-01-01T00:00:00Z' } as const

/** Each picture on two pages, whole, half transparent and as a pattern. Shape: `url` gives it for its nth use. */
const html = (url: (use: number) => string) => `<!doctype html><html lang="en"><title>Pictures</title>
  <style>
    @page { size: 300px 200px; margin: 0 } section { height: 199px; break-after: page } img { width: 60px }
    .group { opacity: 0.5; mix-blend-mode: multiply } .tiles { height: 50px }
    ${[0, 1].map((n) => `#tiles-${n} { background: url(${url(n)}) 0 0 / 20px }`).join('\n')}
  </style>
  ${[0, 1]
    .map(
      (n) => `<section><h1>Page ${n}</h1><img src="${url(n)}" alt="One"><img src="${url(0)}" alt="Two">
      <div class="group"><img src="${url(n)}" alt="Three"><img src="${url(0)}" alt="Four"></div>
      <div class="tiles" id="tiles-${n}"></div></section>`,
    )
    .join('')}</html>`

test.each(['jpeg', 'png'] as const)('a %s that the browser decodes twice gives the same bytes', async (format) => {
  const noise = Uint8Array.from({ length: 80 * 60 * 4 }, (_, i) => (i * 7919 + (i >> 5)) % 251)
  const picture = await sharp(noise, { raw: { width: 80, height: 60, channels: 4 } })
    .toFormat(format)
    .toBuffer()
  const data = picture.toString('base64')
  const print = async (url: (use: number) => string) => {
    const printed = await lent.printer.print(html(url), 2)
    const { pdf, unexpected } = await makeAccessible(joinPdfs([{ pdf: printed }]), facts)
    expect(unexpected).toBe(null)
    return { printed, pdf: Buffer.from(pdf) }
  }
  const once = await print(() => `data:image/${format};base64,${data}`)
  const twice = await print((use) => `data:image/${format};use=${use};base64,${data}`)
  expect(twice.printed.length).toBeGreaterThan(once.printed.length + picture.length / 2)
  expect(twice.pdf.equals(once.pdf)).toBe(true)
})
