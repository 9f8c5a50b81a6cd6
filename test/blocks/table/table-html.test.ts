import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { build } from '../../../src/index.ts'
import { folder } from '../../load/folder.ts'

/** The HTML of a deck of one slide, without classes. */
async function htmlOf(slide: object): Promise<string> {
  const root = folder({ 'deck.json': JSON.stringify({ name: 'Бюджет', lang: 'kk', content: [slide] }) })
  const { outputs } = await build(`${root}/deck.json`, { root, out: folder() })
  return readFileSync(outputs[0]!.path, 'utf8').replace(/<script[\s\S]*?<\/script>/g, '')
}

/** A table of a page, without classes, lines and positions. */
const tableOf = (html: string): string =>
  html
    .slice(html.indexOf('<table'), html.indexOf('</table>'))
    .replace(/ class="[^"]*"| lang="[^"]*"/g, '')
    .replace(/<\/?(?:span|div|p|colgroup|col|strong)>/g, '')

test('a table has a caption, and its heads say what they head', async () => {
  const html = await htmlOf({ title: 'Бюджет', table: 'Облыс\t2024\nАбай\t12,5\nБарлығы\t12,5' })
  expect(tableOf(html)).toBe(
    '<table><caption>Бюджет</caption>' +
      '<thead><tr><th scope="col">Облыс</th><th scope="col">2024</th></tr></thead>' +
      '<tbody><tr><th scope="row">Абай</th><td>12,5</td></tr><tr><th scope="row">Барлығы</th><td>12,5</td></tr></tbody>',
  )
})

test('HTML in a cell is text', async () => {
  const html = await htmlOf({
    title: 'Т',
    table: [
      ['Код', 'Мәні'],
      ['<script>alert(1)</script>', '<b>1</b>'],
    ],
  })
  expect(tableOf(html)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(tableOf(html)).toContain('&lt;b&gt;1&lt;/b&gt;')
})
