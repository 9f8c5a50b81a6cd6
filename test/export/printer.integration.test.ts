import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/export/browser.ts'
import { withPrinter } from '../../src/export/printer.ts'
import { readPdf } from '../pdf-file.ts'
import { slowestMs } from '../support/slowest.ts'

const folder = mkdtempSync(join(tmpdir(), 'korme-printer-'))
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

interface Process {
  id: number
  args: string
}

const groups = new Set<number>()

/** Processes of the browsers that were given a profile of this test: their heads, and all in the groups of these. */
function processes(): Process[] {
  const all = (existsSync('/proc') ? readdirSync('/proc') : []).flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
      // A dead process waits for its parent to take note of it.
      if (stat[0] === 'Z') return []
      return [{ id: Number(name), group: Number(stat[2]), args: readFileSync(`/proc/${name}/cmdline`, 'utf8') }]
    } catch {
      return [] // it has just ended
    }
  })
  for (const { group, args } of all) if (args.includes(join(folder, 'korme-browser-'))) groups.add(group)
  return all.filter(({ group }) => groups.has(group))
}

const page = (text: string) => `<!DOCTYPE html><html lang="en"><title>T</title><h1>${text}</h1>`
const textOf = async (bytes: Uint8Array) => (await readPdf(bytes)).pages.map((one) => one.text).join(' ')

/** A program that is `failing` at its first starts, so many, and the machine's browser afterwards. */
async function flaky(name: string, failing: string, starts: number): Promise<{ path: string; starts(): number }> {
  const { path: real, env } = await findBrowser()
  const count = join(folder, `${name}.count`)
  const path = join(folder, name)
  const exports = Object.entries(env).map(([key, value]) => `export ${key}='${value}'`)
  const lines = [
    '#!/bin/sh',
    `echo x >> '${count}'`,
    `[ $(wc -l < '${count}') -le ${starts} ] && { ${failing}; }`,
    ...exports,
    // A shell is known by its name; this script has another.
    `exec '${real}' "$@"`,
  ]
  writeFileSync(path, `${lines.join('\n')}\n`)
  chmodSync(path, 0o755)
  return { path, starts: () => readFileSync(count, 'utf8').length / 2 }
}

describe('documents of one run', () => {
  test('are printed several at a time by one browser', async () => {
    let profilesSeen = 0
    const texts = await withPrinter({}, async ({ print }) => {
      const works = Array.from({ length: 6 }, async (_, i) => {
        const bytes = await print(page(`Document ${i}`), 1)
        profilesSeen = Math.max(profilesSeen, profiles().length)
        return textOf(bytes)
      })
      return Promise.all(works)
    })
    expect(texts).toEqual([0, 1, 2, 3, 4, 5].map((i) => `Document ${i}`))
    expect(profilesSeen).toBe(1)
    expect(profiles()).toEqual([])
    expect(processes()).toEqual([])
  })

  test('may have their fonts read before, and hold nothing of that', async () => {
    const face = '@font-face{font-family:"Never";src:url(data:font/woff2;base64,AAAA) format("woff2")}'
    const texts = await withPrinter({}, async ({ print, preloadFonts: load }) => {
      load([{ family: 'Never', css: `${face} h1::after{content:" more"}`, isInstallable: true }])
      const first = await textOf(await print(page('One'), 1))
      load([{ family: 'Never', css: face, isInstallable: true }])
      return [first, await textOf(await print(page('Two'), 1))]
    })
    expect(texts).toEqual(['One', 'Two'])
  })

  test('need no browser at all where nothing is printed', async () => {
    const options = { path: join(folder, 'not-there') }
    expect(await withPrinter(options, async () => 'done')).toBe('done')
    await expect(withPrinter(options, ({ print }) => print(page('x'), 1))).rejects.toMatchObject({
      exitCode: 3,
      fault: { code: 'browser-path-missing' },
    })
  })
})

describe('a browser that fails', () => {
  test('at its start is started once more', async () => {
    const { path, starts } = await flaky('late', 'exit 1', 1)
    const bytes = await withPrinter({ path }, ({ print }) => print(page('Second try'), 1))
    expect(await textOf(bytes)).toBe('Second try')
    expect(starts()).toBe(2)
  })

  test('while it prints is ended, and another prints what it had', async () => {
    const texts = await withPrinter({}, async ({ print }) => {
      const first = await textOf(await print(page('Before'), 1))
      for (const { id, args } of processes()) if (!args.includes('--type=')) process.kill(id, 'SIGKILL')
      const more = await Promise.all(['One', 'Two'].map(async (text) => textOf(await print(page(text), 1))))
      expect(profiles()).toHaveLength(1)
      return [first, ...more]
    })
    expect(texts).toEqual(['Before', 'One', 'Two'])
    expect(profiles()).toEqual([])
    expect(processes()).toEqual([])
  })

  test('with its pages alone is replaced too', async () => {
    // A page that dies before it is known is told by its deadline alone, of which only the first is short.
    const deadlinesMs = [slowestMs, 1500]
    const text = await withPrinter({ printMs: () => deadlinesMs.shift() ?? slowestMs }, async ({ print }) => {
      await print(page('Before'), 1)
      const printing = print(`${page('After')}${'<p>Line</p>'.repeat(2000)}`, 50)
      await expect.poll(() => processes().filter(({ args }) => args.includes('--type=renderer'))).not.toEqual([])
      for (const { id, args } of processes()) if (args.includes('--type=renderer')) process.kill(id, 'SIGKILL')
      return textOf(await printing)
    })
    expect(text).toContain('After')
  })

  test('every time is told, within its time, and nothing of it is left', async () => {
    const silent = withPrinter({ printMs: () => 1 }, ({ print }) => print(page('x'), 1))
    await expect(silent).rejects.toMatchObject({ exitCode: 3, fault: { code: 'browser-silent', seconds: 0 } })
    const { path, starts } = await flaky('never', 'exit 1', 100)
    const failing = withPrinter({ path }, ({ print }) => print(page('x'), 1))
    await expect(failing).rejects.toMatchObject({ exitCode: 3, fault: { code: 'browser-failed', path } })
    expect(starts()).toBe(2)
    expect(profiles()).toEqual([])
    expect(processes()).toEqual([])
  })

  test('is not replaced once its printer was given back', async () => {
    let printing: Promise<Uint8Array> | undefined
    await withPrinter({}, async ({ print }) => {
      await print(page('Before'), 1)
      printing = print(`${page('After')}${'<p>Line</p>'.repeat(4000)}`, 100)
      printing.catch(() => {})
    })
    await expect(printing).rejects.toMatchObject({ exitCode: 3 })
    expect(profiles()).toEqual([])
    expect(processes()).toEqual([])
  })
})

test('nothing that a page asks for is fetched, from a server or from the disk, even without a policy', async () => {
  let reached = 0
  const server = createServer((socket) => {
    reached += 1
    socket.destroy()
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
  mkdirSync(join(folder, 'private'), { recursive: true })
  writeFileSync(join(folder, 'private/secret.html'), 'The secret of the disk')
  const local = pathToFileURL(join(folder, 'private/secret.html')).href
  const at = `http://127.0.0.1:${port}`
  const hostile = `<!DOCTYPE html><html lang="en"><title>T</title>
    <link rel="stylesheet" href="${at}/style.css"><link rel="prefetch" href="${at}/prefetch">
    <link rel="preconnect" href="${at}"><link rel="dns-prefetch" href="//localhost:${port}">
    <style>@import "${at}/import.css";@font-face{font-family:X;src:url(${at}/font.woff2)}p{font-family:X;background:url(${at}/back.png)}</style>
    <script>new WebSocket('ws://127.0.0.1:${port}/');fetch('${at}/fetch');document.title='ran'</script>
    <p>Printed</p><img src="${at}/a.png" onerror="document.body.append('ran')"><iframe src="${at}/frame"></iframe>
    <iframe src="${local}"></iframe><object data="${local}"></object><embed src="${local}">
    <video src="${at}/film.mp4" poster="${at}/poster.png" autoplay></video><svg><image href="${at}/b.png"/></svg>`
  const text = await withPrinter({}, async ({ print }) => {
    await print(`<meta http-equiv="refresh" content="0;url=${at}/refresh"><p>x</p>`, 1)
    return textOf(await print(hostile, 1))
  })
  server.close()
  expect(text).toMatch(/^Printed( 0:00)?$/) // a film has its length beside it
  expect(reached).toBe(0)
})
