import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressInHtml, hostOf, parseAddress } from '../../src/model/web-address.ts'

/** What people paste, and no browser opens. */
const brokenAddresses = [
  'https://',
  'http://',
  'https:// ',
  'https://а б',
  'http://[',
  'http://[::1',
  'https://maps.google.com:99999/',
  'https://%zz/',
  'https://a.kz:port/',
  'https://exa mple.kz/maps',
  'https://1.2.3.4.5/',
]

test.each(brokenAddresses)('%s is no address, and nothing is thrown', (address) => {
  expect(parseAddress(address)).toBeNull()
  expect(hostOf(address)).toBe(address)
})

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const address of [text, `https://${text}`]) void [parseAddress(address), hostOf(address)]
    }),
  )
})

test.each([
  ['<iframe src="https://a.kz/?a=1&amp;b=2"></iframe>', 'https://a.kz/?a=1&b=2'],
  ["<p>Карта</p><iframe width=600 src='https://a.kz'>", 'https://a.kz'],
  ['<a class="x" href=https://a.kz/b>Карта</a>', 'https://a.kz/b'],
  ['<script></script><iframe src="//a.kz">', '//a.kz'],
  ['<iframe data-src="https://b.kz" src="https://a.kz', null],
  ['<abbr src="https://a.kz">', null],
  ['https://a.kz', null],
])('%s holds %s', (text, address) => {
  expect(addressInHtml(text)).toBe(address)
})

test('addresses are parsed in one place, because the constructor throws', () => {
  const src = join(import.meta.dirname, '../../src')
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const constructs = files.filter((file) => readFileSync(join(src, file), 'utf8').includes('new URL('))
  // The others parse addresses of Korme itself.
  expect(constructs.map((file) => file.replaceAll('\\', '/')).sort()).toEqual([
    'cli/start.ts',
    'client/live/connect.ts',
    'model/web-address.ts',
  ])
})
