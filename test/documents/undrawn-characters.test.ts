import { expect, test } from 'vitest'
import { withBoxes } from '../../src/documents/undrawn-characters.ts'

const box = '<span class="undrawn" role="img" aria-label="文"></span>'
const page = (body: string) => `<html><head><title>文</title></head><body>\n${body}</body></html>`

test('a box stands for each character in a text, with its name', () => {
  const html = page('<p lang="zh">文 a <b>文文</b> &lt;文&gt;</p>')
  expect(withBoxes(html, new Set('文'))).toBe(page(`<p lang="zh">${box} a <b>${box}${box}</b> &lt;${box}&gt;</p>`))
})

test('descriptions and addresses keep them, a label in a drawing has a question mark', () => {
  const html = page('<img alt="文"><svg aria-label="文"><text>文 5</text></svg><a href="#文">文</a>')
  expect(withBoxes(html, new Set('文'))).toBe(
    page(`<img alt="文"><svg aria-label="文"><text>? 5</text></svg><a href="#文">${box}</a>`),
  )
})

test('a page whose characters are all ours is the very same', () => {
  const html = page('<p>Мәтін 🚀</p>')
  expect(withBoxes(html, new Set())).toBe(html)
  expect(withBoxes(html, new Set('文'))).toBe(html)
})
