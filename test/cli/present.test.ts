import jsQR from 'jsqr'
import { expect, test } from 'vitest'
import { greeting, networkNews } from '../../src/cli/present/greeting.ts'
import { terminalQr } from '../../src/cli/present/qr.ts'
import { messages as en } from '../../src/languages/en/messages.ts'
import { messages as kk } from '../../src/languages/kk/messages.ts'
import { messages as ru } from '../../src/languages/ru/messages.ts'
import type { Network } from '../../src/model/wire/invitation.ts'
import { ansiColor, noColor } from '../../src/report/colors.ts'
import { columnWidth } from '../../src/report/printable.ts'
import type { TalkPlace } from '../../src/serve/talk/talk-addresses.ts'
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

const wifi: Network = { name: 'wlp3s0', kind: 'wifi', address: '192.168.1.7' }
const docker: Network = { name: 'docker0', kind: 'virtual', address: '172.17.0.1' }
const urls = {
  speaker: 'http://127.0.0.1:4321/s/x/',
  audience: [address],
  remote: [address.replace('/a/', '/r/')],
  typed: ['http://192.168.1.7:4321/k7m4'],
}
const reached: TalkPlace = { urls, networks: [wifi, docker], network: wifi, isRelayed: false }
const alone: TalkPlace = {
  urls: { ...urls, audience: [], remote: [], typed: [] },
  networks: [docker],
  network: null,
  isRelayed: false,
}
type Said = Parameters<typeof greeting>[0]
const callOf = (flags: Said['flags'], { width = 100, paint = noColor, messages = en } = {}): Said => ({
  messages,
  terminal: { paint, width } as Said['terminal'],
  flags,
})
const say = (flags: Said['flags'], place = reached, options = {}) =>
  greeting(callOf(flags, options), { place, command: 'npx korme present talk.json --host' })
const plain = (text: string) => text.replace(/\x1b\[[\d;]*m/g, '')

test('without --host it says that nobody else can connect, and how to change that', () => {
  const text = say({})
  expect(text).toContain(urls.speaker)
  expect(text).toContain('Only this machine can connect. To connect phones: npx korme present talk.json --host')
  expect(text).not.toContain('/a/')
  // Without a remote there is no PIN to be asked for.
  expect(text).toMatch(/--host\n\nPress Ctrl-C to stop\.\n$/)
  expect(say({ host: true })).toContain(`${en.cli.present.hint} ${en.cli.present.stop}`)
})

test('with --host it says who can connect, and fits the terminal', () => {
  for (const width of [100, 60]) {
    for (const paint of [noColor, ansiColor]) {
      const text = plain(say({ host: true }, reached, { width, paint }))
      for (const one of [...urls.audience, ...urls.remote, ...urls.typed]) expect(text).toContain(one)
      const flowing = text.replace(/\n/g, ' ')
      expect(flowing).toContain(en.cli.present.opened)
      expect(flowing).toContain(en.cli.present.same('wlp3s0, 192.168.1.7'))
      const codes = text.split('\n').filter((line) => /[█▀▄]/.test(line))
      expect(Math.max(...codes.map((line) => line.length))).toBeLessThanOrEqual(width)
    }
  }
})

test('other networks are listed with how to choose them; a named one lets others connect', () => {
  const text = say({ network: 'WLP3S0' }, reached, { width: 200 })
  expect(text).toContain(`${en.cli.present.others}\n  172.17.0.1  docker0\n`)
  expect(text).toContain(urls.typed[0])
  expect(text).not.toContain(en.cli.present.absent('WLP3S0'))
  expect(say({ network: 'wlan1' }, reached, { width: 200 })).toContain(en.cli.present.absent('wlan1'))
})

test.each([
  ['kk', kk],
  ['ru', ru],
  ['en', en],
])('before there is a network, %s says so and prints no code; once there is one, the codes', (_, messages) => {
  const { present: words } = messages.cli
  const options = { width: 80, messages }
  const text = say({ host: true }, alone, options)
  expect(text.replace(/\n/g, ' ')).toContain(words.waiting)
  expect(text).toContain(urls.speaker)
  expect(text).not.toMatch(/[█▀▄]|\/a\/|\/r\//)
  expect(text.replace(/\n/g, ' ')).not.toContain(words.opened)
  const found = networkNews(callOf({ host: true }, options), reached)
  expect(found.replace(/\n/g, ' ')).toContain(words.changed)
  expect(found).toMatch(/[█▀▄]/)
  expect(found).toContain(urls.typed[0])
  const lost = networkNews(callOf({ host: true }, options), alone)
  expect(lost.replace(/\n/g, ' ')).toContain(words.lost)
  expect(lost).not.toMatch(/[█▀▄]/)
  const wide = [text, found, lost].flatMap((one) => one.split('\n')).filter((line) => columnWidth(line) > 80)
  // Only an address may be longer than the terminal.
  expect(wide.filter((line) => !line.includes('http'))).toEqual([])
})

const relayed = (place: TalkPlace): TalkPlace => ({
  ...place,
  urls: { ...place.urls, audience: ['https://xn--80ahclgs.kz/'], typed: ['https://съезд.kz'] },
  isRelayed: true,
})
const codesIn = (text: string) => text.split('\n').filter((line) => /[█▀▄]/.test(line))
const flowing = (text: string) => text.replace(/\n/g, ' ')

test.each([
  ['kk', kk],
  ['ru', ru],
  ['en', en],
])('what relays serve has their address, and only the remote needs this machine: %s', (_, messages) => {
  const { present: words } = messages.cli
  const options = { width: 60, messages }
  const command = 'npx korme present talk.json --host'
  const closed = say({}, relayed({ ...alone, networks: [] }), options)
  expect(closed).toContain('\n  https://съезд.kz\n')
  expect(scan(codesIn(closed), 255, 0, 0)).toBe('https://xn--80ahclgs.kz/')
  expect(flowing(closed)).toContain(words.remoteOnly.closed(command))
  const waiting = say({ host: true }, relayed(alone), options)
  expect(scan(codesIn(waiting), 255, 0, 0)).toBe('https://xn--80ahclgs.kz/')
  expect(flowing(waiting)).toContain(words.remoteOnly.waiting)
  const open = say({ host: true }, relayed(reached), options)
  for (const one of ['https://съезд.kz', ...urls.remote]) expect(open).toContain(one)
  // The code beside a lower one stays a column of its own.
  const beside = codesIn(say({ host: true }, relayed(reached), { ...options, width: 100 }))
  const left = codesIn(closed)[0]!.length
  expect(
    scan(
      beside.map((line) => line.slice(left + 4)),
      255,
      0,
      0,
    ),
  ).toBe(urls.remote[0])
  expect(flowing(open)).toContain(words.remoteOnly.same('wlp3s0, 192.168.1.7'))
  const found = networkNews(callOf({ host: true }, options), relayed(reached))
  expect(flowing(found)).toContain(words.remoteOnly.changed)
  const lost = networkNews(callOf({ host: true }, options), relayed(alone))
  expect(flowing(lost)).toContain(words.remoteOnly.lost)
  for (const text of [closed, waiting, open, found, lost]) {
    expect(text).not.toMatch(/\/a\/|k7m4/)
    for (const other of [words.opened, words.closed(command), words.waiting, words.changed, words.lost])
      expect(flowing(text)).not.toContain(other)
  }
})

test('an address of relays is one that has relays, and the page at its top', async () => {
  const cwd = await folder({ 'decks/a.json': soundDeck })
  const alone = await runKorme(cwd, ['present', 'decks/a.json', '--address', 'https://talk.kz', '--messages', 'en'])
  expect(alone).toMatchObject({ code: 2, stdout: '' })
  expect(alone.stderr).toContain('“present --address” needs --broadcast')
  const args = ['present', 'decks/a.json', '--broadcast', 'redis://x', '--messages', 'en', '--address']
  const unread = await runKorme(cwd, [...args, 'talk.kz/live'])
  expect(unread).toMatchObject({ code: 2, stdout: '' })
  expect(unread.stderr).toContain('--address cannot be “talk.kz/live”')
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
