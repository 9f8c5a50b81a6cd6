import fc from 'fast-check'
import jsQR from 'jsqr'
import { describe, expect, test } from 'vitest'
import { createTextQr } from '../../../src/blocks/qr.ts'
import { type WifiNetwork, wifiFault, wifiText } from '../../../src/model/wire/wifi.ts'

/** Reads a text as phones do: `WIFI:`, then fields that end with `;`, with marks behind a backslash. */
function readAsPhone(text: string): WifiNetwork & { security: string | undefined } {
  expect(text.startsWith('WIFI:')).toBe(true)
  expect(text.endsWith(';;')).toBe(true)
  const fields = new Map<string, string>()
  for (const [, name = '', value = ''] of text.slice(5).matchAll(/([A-Z]):((?:\\.|[^\\;])*);/gsu))
    fields.set(name, value.replace(/\\(.)/gsu, '$1'))
  return { name: fields.get('S') ?? '', password: fields.get('P') ?? '', security: fields.get('T') }
}

/** Draws the code as the page does, and scans it. */
function scan(text: string): string | null {
  const qr = createTextQr(text, { text: '', lang: 'en' })!
  const scale = 4
  const side = qr.size * scale
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y, width] of qr.path.matchAll(/M(\d+),(\d+)h(\d+)/g))
    for (let py = Number(y) * scale; py < (Number(y) + 1) * scale; py++)
      pixels.fill(0, (py * side + Number(x) * scale) * 4, (py * side + (Number(x) + Number(width)) * scale) * 4)
  for (let i = 3; i < pixels.length; i += 4) pixels[i] = 255
  const found = jsQR(pixels, side, side)
  return found && Buffer.from(found.binaryData).toString('utf8')
}

describe('the code of a Wi-Fi network', () => {
  test.each<[name: string, password: string, text: string]>([
    ['Office', 'correct horse', 'WIFI:T:WPA;S:Office;P:correct horse;;'],
    ['Guest', '', 'WIFI:T:nopass;S:Guest;;'],
    ['a;b,c:d"e\\f', 'p;a,s:s"w\\', 'WIFI:T:WPA;S:a\\;b\\,c\\:d\\"e\\\\f;P:p\\;a\\,s\\:s\\"w\\\\;;'],
    ['ABCD', '12345678', 'WIFI:T:WPA;S:ABCD;P:12345678;;'],
    ['Әкімдік-2026', 'құпия сөз', 'WIFI:T:WPA;S:Әкімдік-2026;P:құпия сөз;;'],
    ['П:;S:', ';;;;P:;;', 'WIFI:T:WPA;S:П\\:\\;S\\:;P:\\;\\;\\;\\;P\\:\\;\\;;;'],
    ['🎓 Зал', '🎓🎓🎓🎓', 'WIFI:T:WPA;S:🎓 Зал;P:🎓🎓🎓🎓;;'],
  ])('%s', (name, password, text) => {
    expect(wifiText({ name, password })).toBe(text)
    expect(scan(text)).toBe(text)
    expect(readAsPhone(text)).toEqual({ name, password, security: password === '' ? 'nopass' : 'WPA' })
  })

  test('says what was typed, whatever that is', () => {
    const typed = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(typed, fc.oneof(typed, fc.constant('')), (name, password) => {
        fc.pre(wifiFault({ name, password }) === null)
        expect(readAsPhone(wifiText({ name, password }))).toMatchObject({ name, password })
      }),
      { numRuns: 200 },
    )
  })
})

test.each<[fault: 'name' | 'password' | null, name: string, password: string]>([
  [null, 'a', ''],
  [null, 'x'.repeat(32), 'y'.repeat(63)],
  [null, 'ә'.repeat(16), '12345678'],
  [null, 'Office', '0123456789abcdef'.repeat(4)],
  ['name', '', '12345678'],
  ['name', 'x'.repeat(33), ''],
  ['name', 'ә'.repeat(17), ''],
  ['name', 'a\nb', ''],
  ['name', 'a\u0000', ''],
  ['name', 'a\ud83d', ''],
  ['name', 'a\u2028b', ''],
  ['password', 'Office', '1234567'],
  ['password', 'Office', 'y'.repeat(64)],
  ['password', 'Office', 'ә'.repeat(32)],
  ['password', 'Office', '1234567\u0007'],
])('%s is wrong with a network of “%s” and “%s”', (fault, name, password) =>
  expect(wifiFault({ name, password })).toBe(fault),
)
