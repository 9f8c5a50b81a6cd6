import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HTTPRequest, Page } from 'puppeteer-core'
import { expect, onTestFinished } from 'vitest'
import type { ServeOptions } from '../../../src/serve/options.ts'
import { onlineBrowser, openOnline } from '../../online.ts'
import { type EditingServer, openEditing } from '../../serve/edit/editing-server.ts'

/** What a test keeps from the server fails, of two changes of the same text one is refused, and so is one of a file that is gone. */
const expected = [
  'net::ERR_CONNECTION_FAILED',
  'status of 409 (Conflict)',
  'status of 404 (Not Found)',
  'status of 422',
]

/** A deck on a server under `--edit`. */
export interface EditedDeck {
  server: EditingServer
  /**
   * Opens the editor as somebody who has not been there yet. `ready`: what it has then; by default a box. The test fails if the page
   * has an error other than those of `mayLog`.
   */
  open(options?: { lang?: string; width?: number; height?: number; mayLog?: string[]; ready?: string }): Promise<Page>
  /** The text of the file. */
  text(): Promise<string>
  /** The value of the file. */
  // biome-ignore lint/suspicious/noExplicitAny: any JSON
  value(): Promise<any>
}

/** Serves a deck for editing. */
export async function editDeck(
  deck: string | object,
  files: Record<string, string | Uint8Array> = {},
  options: ServeOptions = {},
): Promise<EditedDeck> {
  const content = typeof deck === 'string' ? deck : JSON.stringify(deck, null, 2)
  const server = await openEditing({ 'decks/talk.json': content, ...files }, options)
  const text = () => readFile(join(server.folder, 'decks/talk.json'), 'utf8')
  return {
    server,
    text,
    value: async () => JSON.parse(await text()),
    open: async ({ lang = 'en', width = 1280, height = 720, mayLog = [], ready = '.ui-edit-box' } = {}) => {
      const context = await (await onlineBrowser()).browser().createBrowserContext()
      const address = `${server.server.url}decks/talk/#edit=${server.token}`
      const { page, errors } = await openOnline('about:blank', { context, lang, viewport: { width, height } })
      onTestFinished(async () => {
        await context.close()
        expect(errors.filter((one) => ![...expected, ...mayLog].some((part) => one.includes(part)))).toEqual([])
      })
      await page.goto(address)
      await page.waitForSelector(ready)
      return page
    },
  }
}

/** Waits until everything is in the file. */
export const saved = (page: Page) =>
  page.waitForFunction(() => document.querySelector('.ui-edit-state')?.textContent === 'Saved')

/** The names of the slides in the list, in order. */
export const slideNames = (page: Page): Promise<string[]> =>
  page.$$eval('.ui-edit-slide .ui-live', (names) => names.map(({ textContent }) => textContent))

/** Waits until the list has slides with these names, and a thumbnail of each that is visible. */
export const slidesAre = (page: Page, ...names: string[]) =>
  page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('.ui-edit-slide .ui-live')].map((name) => name.textContent).join() === wanted,
    {},
    names.join(),
  )

/** Presses keys together: `Control`, `z`. */
export async function press(page: Page, ...keys: Parameters<Page['keyboard']['press']>[0][]): Promise<void> {
  const last = keys.pop()!
  for (const key of keys) await page.keyboard.down(key)
  await page.keyboard.press(last)
  for (const key of keys.reverse()) await page.keyboard.up(key)
}

/** Opens the text of a box of the slide by its words. */
export async function openText(page: Page, words: string): Promise<void> {
  const box = await page.waitForSelector(`.ui-edit-box[aria-label^="${words}"]`)
  await box!.focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.className === 'ui-edit-text')
}

/** Does something while the page's edits reach no server. */
export async function withoutSaving(page: Page, act: () => Promise<void>): Promise<void> {
  const cut = (request: HTTPRequest) => {
    const answered = request.method() === 'POST' ? request.abort('connectionfailed') : request.continue()
    // In the end nothing is intercepted any more.
    answered.catch(() => {})
  }
  await page.setRequestInterception(true)
  page.on('request', cut)
  await act()
  // In this order: a request that comes in between is answered, too.
  await page.setRequestInterception(false)
  page.off('request', cut)
}
