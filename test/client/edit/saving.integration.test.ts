import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { BrowserContext, Page } from 'puppeteer-core'
import { afterEach, describe, expect, test } from 'vitest'
import { onlineBrowser, openOnline } from '../../online.ts'
import { deckOf, freePort, makeFolder, type Serving, startServing } from '../../serve/korme-serve.ts'
import { openText, press, saved } from './editing-page.ts'

const close: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const one of close.splice(0).reverse()) await one()
})

/** Opens a deck in the editor of a server of its own process. */
async function openAt(serving: Serving, context: BrowserContext): Promise<Page> {
  const token = /#edit=([\w-]+)/.exec(serving.printed())?.[1]
  const { page } = await openOnline('about:blank', { context })
  await page.goto(`${serving.address}/decks/talk/#edit=${token}`)
  await page.waitForSelector('.ui-edit-box')
  return page
}

async function newContext(): Promise<BrowserContext> {
  const context = await (await onlineBrowser()).browser().createBrowserContext()
  close.push(() => context.close())
  return context
}

async function serve(folder: string, args: readonly string[] = []): Promise<Serving> {
  const serving = await startServing(folder, ['--edit', '-q', ...args])
  close.push(() => serving.end('SIGKILL').catch(() => null))
  return serving
}

/** Types a text over the one of the first slide, and applies it. */
async function type(page: Page, before: string, text: string): Promise<void> {
  await openText(page, before)
  await press(page, 'Control', 'a')
  await page.keyboard.type(text)
  await press(page, 'Control', 'Enter')
}

/** What the page says about an edit that is not in the file. */
async function told(page: Page): Promise<string> {
  const message = await page.waitForSelector('.ui-edit-message')
  return (await message?.evaluate((one) => one.querySelector('p')?.textContent)) ?? ''
}

/** Saves once more, unless the page has done so by itself. */
const again = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLElement>('.ui-edit-message .ui-edit-primary')?.click())

const deck = deckOf(['One', 'Two'])
const textOf = (folder: string) => readFile(join(folder, 'decks/talk.json'), 'utf8')

test('a server that is killed while it saves: what was typed is kept, and saved by the next one', async () => {
  const folder = await makeFolder({ 'decks/talk.json': deck, 'static/img/.keep': '' })
  const port = `${await freePort()}`
  const first = await serve(folder.path, ['--port', port])
  const context = await newContext()
  const page = await openAt(first, context)
  await first.end('SIGKILL')
  await type(page, 'One', 'Typed to nobody')
  expect(await told(page)).toMatch(/Korme does not answer\. Your changes are kept on this page/)
  expect(await textOf(folder.path)).toBe(deck)
  await page.close()

  const next = await openAt(await serve(folder.path, ['--port', port]), context)
  await next.waitForSelector('.ui-edit-kept-text')
  await next.click('.ui-edit-kept-text button')
  await next.waitForSelector('.ui-edit-box[aria-label="Typed to nobody"]')
  await saved(next)
  expect(await textOf(folder.path)).toContain('"Typed to nobody"')
})

test('a deck that is deleted, and one that can only be read: the page says what to do, and saves after it', async () => {
  const folder = await makeFolder({ 'decks/talk.json': deck, 'static/img/.keep': '' })
  const path = join(folder.path, 'decks/talk.json')
  const page = await openAt(await serve(folder.path), await newContext())
  await rm(path)
  await type(page, 'One', 'Of a file that is gone')
  expect(await told(page)).toMatch(/talk\.json was deleted, moved or renamed .* Put it back, and save again\./)
  expect(await page.$eval('.ui-edit-state', (state) => state.textContent)).toBe('Kept here, not saved')
  await writeFile(path, deck, { mode: 0o444 })
  await again(page)
  await page.waitForFunction(() =>
    /can only be read/.test(document.querySelector('.ui-edit-message p')?.textContent ?? ''),
  )
  expect(await told(page)).toMatch(/talk\.json or its folder can only be read, .* Allow changes to it/)
  expect(await textOf(folder.path)).toBe(deck)
  await rm(path)
  await writeFile(path, deck)
  await again(page)
  await saved(page)
  expect(await textOf(folder.path)).toBe(deck.replace('"One"', '"Of a file that is gone"'))
})

describe('a disk that is full', async () => {
  const disk = await mkdtemp(join(tmpdir(), 'korme-page-full-'))
  const run = promisify(execFile)
  const canMount = await run('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'none', disk]).then(
    () => true,
    () => false,
  )
  afterEach(async () => {
    if (canMount) await run('umount', ['-l', disk])
    await rm(disk, { recursive: true, force: true })
  })

  test.skipIf(!canMount)('the page says so, keeps what was typed, and saves it once there is room', async () => {
    const large = deckOf(['One', 'Two'], { notes: 'x'.repeat(60_000) })
    await mkdir(join(disk, 'decks'))
    await mkdir(join(disk, 'static/img'), { recursive: true })
    await writeFile(join(disk, 'decks/talk.json'), large)
    const page = await openAt(await serve(disk), await newContext())
    await writeFile(join(disk, 'filler'), Buffer.alloc(1_000_000)).catch(() => {})
    await type(page, 'One', 'Without room')
    expect(await told(page)).toMatch(
      /no space left on the disk, so .*talk\.json was not saved and is as it was\. Make room/,
    )
    expect(await textOf(disk)).toBe(large)
    await rm(join(disk, 'filler'))
    await again(page)
    await saved(page)
    expect(await textOf(disk)).toBe(large.replace('"One"', '"Without room"'))
  })
})
