import { once } from 'node:events'
import { chmod, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { delimiter, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { messages as english } from '../../src/languages/en/messages.ts'
import { ask } from '../serve/ask.ts'
import { freePort, startServing } from '../serve/korme-serve.ts'
import { cutDeck, folder, runKorme, soundDeck } from './run-korme.ts'

test('prints its URL and what it watches, a line for each save, and ends with 0', async () => {
  const cwd = await folder({ 'decks/a.json': soundDeck, 'decks/b.json': soundDeck })
  const serving = await startServing(cwd)
  expect(serving.printed()).toContain(`Watching decks/ (2 decks): ${serving.address}/`)
  await expect.poll(serving.printed).toMatch(/✓ decks\/a\.json {2}1 slide, no problems/)
  await writeFile(join(cwd, 'decks/a.json'), cutDeck)
  await expect.poll(serving.printed).toMatch(/✗ decks\/a\.json .*\n.*decks\/a\.json:\d+:\d+: .*\[[a-z-]+\]/)
  // What is looked at again and found as it was is not told again.
  expect(serving.printed().match(/✓ decks\/a\.json/g)).toHaveLength(1)
  expect(await serving.end()).toBe(0)
  expect(serving.printed()).toMatch(/Stopped\.\n$/)
})

test('named decks are served, and no others', async () => {
  const cwd = await folder({ 'decks/a.json': soundDeck, 'other/b.json': soundDeck })
  const serving = await startServing(cwd, ['other/b.json'])
  expect((await ask(serving.port, '/decks/b/')).status).toBe(200)
  expect((await ask(serving.port, '/decks/a/')).status).toBe(404)
  expect(await serving.end('SIGTERM')).toBe(0)
})

test('two decks of the same name have different URLs', async () => {
  const cwd = await folder({ 'one/talk.json': soundDeck, 'two/talk.json': soundDeck.replace('A title', 'Another') })
  const serving = await startServing(cwd, ['one/talk.json', 'two/talk.json'])
  expect((await ask(serving.port, '/decks/talk/')).body).toContain('A title')
  expect((await ask(serving.port, '/decks/talk-2/')).body).toContain('Another')
  await serving.end()
})

test('a taken or invalid port is reported in one line', async () => {
  const cwd = await folder({ 'decks/a.json': soundDeck })
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  const taken = await runKorme(cwd, ['serve', '--port', `${port}`])
  other.close()
  expect([taken.code, taken.stderr]).toEqual([3, expect.stringContaining(`Port ${port} is in use`)])
  for (const value of ['0', '70000', 'http', '80a']) {
    const { code, stderr } = await runKorme(cwd, ['serve', '--port', value])
    expect([code, stderr.split('\n').length]).toEqual([2, 2])
  }
})

const multilingual = JSON.stringify({
  lang: 'kk',
  langs: ['kk', 'ru', 'en'],
  content: [{ title: { kk: 'Қала', ru: 'Город', en: 'City' } }],
})

test.each([
  ['serve', 'ru', 'ru', []],
  ['edit', 'ru,kk', 'ru', ['ru', 'kk']],
  ['serve', 'all', 'kk', ['kk', 'ru', 'en']],
] as const)('%s --lang %s shows %s first, with the choice of %j', async (command, value, first, tags) => {
  const cwd = await folder({ 'decks/a.json': multilingual })
  const port = await freePort()
  const served = await startServing(cwd, ['--port', `${port}`, '--lang', value], 'en', { command })
  const { body } = await ask(port, '/decks/a/')
  expect(body).toContain(`<html lang="${first}"`)
  const [, json = '{}'] = /id="deck-data">(.*?)<\/script>/s.exec(body) ?? []
  const { editions = [] } = JSON.parse(json)
  expect(editions.map(({ tag }: { tag: string }) => tag)).toEqual(tags)
  await served.end()
})

test('other devices can connect only with --host, which says so', async () => {
  const own = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4')
  const cwd = await folder({ 'decks/a.json': soundDeck })
  const port = await freePort()
  const closed = await startServing(cwd, ['--port', `${port}`])
  expect(closed.printed()).not.toContain('network')
  expect((await ask(port, '/', { Host: `${own?.address ?? '10.0.0.1'}:${port}` })).status).toBe(403)
  await closed.end()
  const open = await startServing(cwd, ['--port', `${port}`, '--host'])
  expect((await ask(port, '/', { Host: `evil.example:${port}` })).status).toBe(403)
  if (own) {
    expect(open.printed()).toContain(`http://${own.address}:${port}/`)
    expect((await ask(port, '/', { Host: `${own.address}:${port}` })).status).toBe(200)
  }
  await open.end()
})

describe('--edit', () => {
  test('prints the address with which pages may edit, and where copies are', async () => {
    const cwd = await folder({ 'decks/a.json': soundDeck, 'static/a.txt': '' })
    const serving = await startServing(cwd, ['--edit'])
    expect(serving.printed()).toMatch(
      /^Watching decks\/ \(1 deck\):\nhttp:\/\/127\.0\.0\.1:\d+\/#edit=[\w-]{32}\n(?:Port .*\n)?Editing is on: /,
    )
    expect(serving.printed()).toContain('copies/')
    expect(serving.printed()).not.toContain('PIN')
    expect(await serving.end()).toBe(0)
    // It is another one with each start.
    const again = await startServing(cwd, ['--edit', '--loop', '5'])
    expect(again.printed().replace(/\s+/g, ' ')).toContain(english.cli.serve.noLoop)
    expect(serving.printed()).not.toContain('--loop')
    const tokens = [serving, again].map((one) => /#edit=(\S+)/.exec(one.printed())?.[1])
    expect(tokens[0]).not.toBe(tokens[1])
    await again.end()
  })

  test('with --host prints a PIN for other devices, and the token in no address of the network', async () => {
    const cwd = await folder({ 'decks/a.json': soundDeck })
    const serving = await startServing(cwd, ['--edit', '--host'])
    expect(serving.printed()).toMatch(/enter the PIN:\s+\d{6}\n/)
    expect(serving.printed().match(/#edit=/g)).toHaveLength(1)
    await serving.end()
  })

  test.skipIf(process.platform === 'win32')(
    'korme edit opens the deck in the browser, with leave to edit it',
    async () => {
      const cwd = await folder({ 'decks/a.json': soundDeck, 'decks/b.json': soundDeck, 'programs/.keep': '' })
      // In place of the browser.
      for (const program of ['xdg-open', 'open']) {
        const path = join(cwd, 'programs', program)
        await writeFile(path, `#!/bin/sh\necho "$1" > "${cwd}/opened"\n`)
        await chmod(path, 0o755)
      }
      const env = { PATH: `${join(cwd, 'programs')}${delimiter}${process.env.PATH}` }
      const opened = async (args: readonly string[]) => {
        await rm(join(cwd, 'opened'), { force: true })
        const serving = await startServing(cwd, args, 'en', { command: 'edit', env })
        await expect.poll(() => readFile(join(cwd, 'opened'), 'utf8').catch(() => ''), { timeout: 20_000 }).not.toBe('')
        const address = (await readFile(join(cwd, 'opened'), 'utf8')).trim()
        expect(await serving.end()).toBe(0)
        expect(serving.printed()).toContain(address.slice(address.indexOf('#')))
        return address.slice(serving.address.length).replace(/#edit=[\w-]{32}$/, '#edit')
      }
      expect(await opened(['b'])).toBe('/decks/b/#edit')
      expect(await opened([])).toBe('/#edit')
    },
  )

  test('korme edit of a deck that is not there says so', async () => {
    const cwd = await folder({ 'decks/a.json': soundDeck })
    const { code, stderr } = await runKorme(cwd, ['edit', 'other'])
    expect([code, stderr]).toEqual([2, expect.stringContaining('The file other does not exist')])
  })
})
