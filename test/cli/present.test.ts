import jsQR from 'jsqr'
import { expect, test } from 'vitest'
import { greeting } from '../../src/cli/present/greeting.ts'
import { terminalQr } from '../../src/cli/present/qr.ts'
import { messages as en } from '../../src/languages/en/messages.ts'
import { ansiColor, noColor } from '../../src/report/colors.ts'
import { cutDeck, folder, runKorme, soundDeck } from './run-korme.ts'

const address = 'http://192.168.1.7:4321/a/abcdefghijklmnopqrstuvwxyz_-0123/'
/** The size of a module in px, and the margin of the terminal around the code in modules. */
const [scale, around] = [4, 4]

/** Scans the code on a terminal. `ink` is the colour of the blocks, `paper` that of the background. */
function scan(lines: readonly string[], ink: number, paper: number, ground: number): string | null {
  const rows = lines.map((line) => [...line.replace(/\x1b\[[\d;]*m/g, '')])
  const [wide, high] = [rows[0]!.length, rows.length * 2]
  const size = [(wide + around * 2) * scale, (high + around * 2) * scale] as const
  const pixels = new Uint8ClampedArray(size[0] * size[1] * 4).fill(255)
  for (let y = 0; y < size[1]; y++) {
    for (let x = 0; x < size[0]; x++) {
      const [column, row] = [Math.floor(x / scale) - around, Math.floor(y / scale) - around]
      const block = rows[row >> 1]?.[column]
      const drawn = block === '█' || block === (row % 2 === 0 ? '▀' : '▄')
      const value = block === undefined ? ground : drawn ? ink : paper
      pixels.fill(value, (y * size[0] + x) * 4, (y * size[0] + x) * 4 + 3)
    }
  }
  return jsQR(pixels, ...size)?.data ?? null
}

test('the QR code in a terminal can be scanned: in colours, and without on a dark one', () => {
  expect(scan(terminalQr(address, true), 0, 255, 0)).toBe(address)
  expect(scan(terminalQr(address, true), 0, 255, 255)).toBe(address)
  expect(scan(terminalQr(address, false), 255, 0, 0)).toBe(address)
})

const urls = {
  speaker: 'http://127.0.0.1:4321/s/x/',
  audience: [address],
  remote: [address.replace('/a/', '/r/')],
}
const say = (flags: { host?: true }, width = 100, paint = noColor) => {
  const terminal = { paint, width } as Parameters<typeof greeting>[0]['terminal']
  return greeting({ messages: en, terminal, flags }, { urls, command: 'npx korme present talk.json --host' })
}

test('without --host it says that nobody else can connect, and how to change that', () => {
  const text = say({})
  expect(text).toContain(urls.speaker)
  expect(text).toContain('Only this machine can connect. To connect phones: npx korme present talk.json --host')
  expect(text).not.toContain('/a/')
})

test('with --host it says who can connect, and fits the terminal', () => {
  for (const width of [100, 60]) {
    for (const paint of [noColor, ansiColor]) {
      const text = say({ host: true }, width, paint)
      for (const one of [...urls.audience, ...urls.remote]) expect(text).toContain(one)
      expect(text.replace(/\n/g, ' ')).toContain(en.cli.present.opened)
      const codes = text
        .replace(/\x1b\[[\d;]*m/g, '')
        .split('\n')
        .filter((line) => /[█▀▄]/.test(line))
      expect(Math.max(...codes.map((line) => line.length))).toBeLessThanOrEqual(width)
    }
  }
})

test('a deck with errors ends with 1 and prints them, several decks or a missing one with 2', async () => {
  const cwd = await folder({ 'decks/cut.json': cutDeck })
  const cut = await runKorme(cwd, ['present', 'decks/cut.json'])
  expect([cut.code, cut.stdout.includes('cut.json:4:')]).toEqual([1, true])
  expect(cut.stderr).toContain('npx korme check decks/cut.json')
  const two = await runKorme(await folder({ 'decks/a.json': soundDeck, 'decks/b.json': soundDeck }), ['present'])
  expect(two.code).toBe(2)
  expect(two.stderr).toContain('npx korme present decks/a.json')
  const none = await runKorme(cwd, ['present', 'decks/none.json'])
  expect(none.code).toBe(2)
  expect(none.stderr).toBe('error: The file decks/none.json does not exist. Check its name and folder.\n')
})
