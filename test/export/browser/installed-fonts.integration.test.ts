import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { BrowserExecutable } from '../../../src/export/browser/browser-executable.ts'
import { startBrowserProcess } from '../../../src/export/browser/browser-process.ts'
import { connectBrowser } from '../../../src/export/browser/connect-browser.ts'
import { installedFamilies } from '../../../src/export/browser/installed-fonts.ts'
import { usesSandbox } from '../../../src/export/browser/prestart-browser.ts'
import { browsers, expectSamePainting, withEnv } from './painted-fonts.ts'

const root = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'korme-fonts-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** The families that a browser shows in our fonts without a page that brings them. */
async function familiesIn(executable: BrowserExecutable, withFonts = true): Promise<string[]> {
  const process = startBrowserProcess(executable, { sandbox: usesSandbox(), withFonts })
  const running = await connectBrowser(process, 25_000)
  try {
    expect(running.hasFonts).toBe(withFonts)
    const [page] = await running.browser.pages()
    return [...(await installedFamilies(page!))]
  } finally {
    await running.stop()
  }
}

const families = ['Golos Text', 'Noto Sans', 'Noto Serif']
const onLinux = process.platform === 'linux'

describe.runIf(onLinux).each(Object.keys(browsers))('with %s', (name) => {
  test('the fonts of shipped themes are there without a page that brings them, and only where they are asked for', async () => {
    const browser = await browsers[name]!()
    if (!browser) return
    expect(await familiesIn(browser)).toEqual(families)
    expect(await familiesIn(browser, false)).toEqual([])
  })

  test('other fonts of the same name are not taken for them', async () => {
    const browser = await browsers[name]!()
    if (!browser) return
    // Every font of a family is another one: our serif.
    const rules = families.map(
      (family) =>
        `<match target="scan"><test name="file" compare="contains"><string>noto-serif</string></test>
        <edit name="family" mode="append"><string>${family}</string></edit></match>`,
    )
    const base = join(folder, 'others.conf')
    writeFileSync(
      base,
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
      <dir>${root}/static/fonts/noto-serif</dir><cachedir>${folder}/cache</cachedir>${rules.join('')}</fontconfig>`,
    )
    expect(await withEnv({ FONTCONFIG_FILE: base }, () => familiesIn(browser))).toEqual(families)
    expect(await withEnv({ FONTCONFIG_FILE: base }, () => familiesIn(browser, false))).not.toContain('Golos Text')
  })

  test('a configuration that cannot be read leaves pages their own fonts', async () => {
    const browser = await browsers[name]!()
    if (!browser) return
    const base = join(folder, 'broken.conf')
    writeFileSync(base, '<fontconfig><match')
    const found = await withEnv({ FONTCONFIG_FILE: base }, () => familiesIn(browser))
    expect([[], families]).toContainEqual(found)
  })

  // Other decks and themes in `npm run verify:pdf`.
  test('a deck is painted the same with installed fonts as with its own', async () => {
    const browser = await browsers[name]!()
    if (browser) await expectSamePainting(browser, 'decks/every-block.json', 'stage')
  })
})
