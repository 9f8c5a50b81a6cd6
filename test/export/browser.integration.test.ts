import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { withBrowser } from '../../src/export/browser.ts'

const folder = mkdtempSync(join(tmpdir(), 'korme-lent-'))
const before = process.env.TMPDIR
beforeAll(() => {
  // Profiles are made here, so that what is left of them is seen.
  process.env.TMPDIR = folder
})
afterAll(() => {
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  rmSync(folder, { recursive: true, force: true })
})

const profiles = () => readdirSync(folder).filter((name) => name.startsWith('korme-browser-'))

/** Processes that were given a profile of this test. */
const processes = () =>
  (existsSync('/proc') ? readdirSync('/proc') : [])
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => {
      try {
        return readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(join(folder, 'korme-browser-'))
      } catch {
        return false
      }
    })

function script(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  chmodSync(path, 0o755)
  return path
}

test('a browser is lent, works, and is gone afterwards with all it had, also after an error', async () => {
  const title = await withBrowser({}, async (browser) => {
    expect(profiles()).toHaveLength(1)
    const page = await browser.newPage()
    await page.setContent('<title>Көрме</title>')
    return page.title()
  })
  expect(title).toBe('Көрме')
  const failing = withBrowser({}, async (browser) => {
    await browser.newPage()
    throw new Error('of the caller')
  })
  await expect(failing).rejects.toThrow('of the caller')
  expect(profiles()).toEqual([])
  expect(processes()).toEqual([])
})

test('run by root it has no sandbox, and says so', async () => {
  const notices: string[] = []
  await withBrowser({ onWarning: ({ code }) => notices.push(code) }, async () => {})
  expect(notices).toEqual(process.getuid?.() === 0 ? ['browser-unsandboxed'] : [])
})

test('a browser that dies while it is used is told as such', async () => {
  const dying = withBrowser({}, async (browser) => {
    for (const id of processes()) process.kill(Number(id), 'SIGKILL')
    await (await browser.newPage()).title()
  })
  await expect(dying).rejects.toMatchObject({ exitCode: 3, fault: { code: 'browser-failed' } })
  const idle = withBrowser({}, async () => {
    for (const id of processes()) process.kill(Number(id), 'SIGKILL')
    await new Promise(() => {})
  })
  await expect(idle).rejects.toMatchObject({ exitCode: 3, fault: { code: 'browser-failed' } })
  expect(profiles()).toEqual([])
})

test('what is no browser, what never answers, and what has no sandbox are told apart', async () => {
  const lend = (path: string, deadlineMs = 10_000) => withBrowser({ path, deadlineMs }, async () => 'lent')
  const tries = join(folder, 'tries')
  const ends = script('ends', `#!/bin/sh\necho x >> ${tries}\necho "[1:2:ERROR:a.cc(3)] no such display" >&2\nexit 1\n`)
  await expect(lend(ends)).rejects.toMatchObject({
    exitCode: 3,
    fault: { code: 'browser-failed', path: ends, reason: 'no such display' },
  })
  expect(readFileSync(tries, 'utf8')).toBe('x\nx\n')
  const text = script('text', 'just a text')
  await expect(lend(text)).rejects.toMatchObject({ fault: { code: 'browser-failed', path: text } })
  const orphan = script('orphan', '#!/no/such/interpreter\n')
  await expect(lend(orphan)).rejects.toMatchObject({ fault: { code: 'browser-not-executable', path: orphan } })
  const silent = script('silent', '#!/bin/sh\nexec sleep 60\n')
  await expect(lend(silent, 1000)).rejects.toMatchObject({ fault: { code: 'browser-silent', seconds: 1 } })
  const bare = script('bare', '#!/bin/sh\necho "[1:2:FATAL:zygote.cc(1)] No usable sandbox!" >&2\nexit 1\n')
  await expect(lend(bare)).rejects.toMatchObject({ fault: { code: 'browser-no-sandbox', path: bare } })
  expect(profiles()).toEqual([])
  expect(processes()).toEqual([])
})

test('nothing that a page asks for reaches a server, not even one on this machine', async () => {
  let reached = 0
  const server: Server = createServer((socket) => {
    reached += 1
    socket.destroy()
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
  const at = `127.0.0.1:${port}`
  await withBrowser({}, async (browser) => {
    const page = await browser.newPage()
    await page.setContent(`<img src="http://${at}/a.png"><link rel="prefetch" href="http://localhost:${port}/b">`)
    const outcomes = await page.evaluate(async (host) => {
      const socket = new Promise((resolve) => {
        const opened = new WebSocket(`ws://${host}/`)
        opened.onerror = () => resolve('refused')
        opened.onopen = () => resolve('open')
      })
      const fetched = fetch(`http://${host}/c`, { mode: 'no-cors' }).then(
        () => 'open',
        () => 'refused',
      )
      return Promise.all([socket, fetched])
    }, at)
    expect(outcomes).toEqual(['refused', 'refused'])
    await expect(page.goto(`http://${at}/`)).rejects.toThrow('net::ERR')
  })
  server.close()
  expect(reached).toBe(0)
})

test('Ctrl-C leaves neither a process nor a profile', async () => {
  // Inside the checkout, so that packages are found.
  const entry = join(import.meta.dirname, `../../build/hold-browser-${process.pid}.mjs`)
  onTestFinished(() => rmSync(entry, { force: true }))
  await build({
    stdin: {
      contents: `import { withBrowser } from './src/export/browser.ts'
        await withBrowser({}, async (browser) => {
          await browser.newPage()
          console.log('open')
          await new Promise((resolve) => setTimeout(resolve, 60_000))
        })`,
      resolveDir: join(import.meta.dirname, '../..'),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: entry,
    packages: 'external',
  })
  const child = spawn(process.execPath, [entry], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exit = once(child, 'exit')
  await Promise.race([once(child.stdout, 'data'), exit])
  expect(child.exitCode).toBeNull()
  expect(profiles()).toHaveLength(1)
  child.kill('SIGINT')
  expect((await exit)[1]).toBe('SIGINT')
  expect(profiles()).toEqual([])
  await expect.poll(processes).toEqual([])
})
