import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { launch } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { build } from '../../src/documents/produce.ts'

const firefox = findFirefox()

test.skipIf(!firefox)('Firefox plays films from the disk, with their captions (needs firefox-esr)', async () => {
  const root = mkdtempSync(join(tmpdir(), 'korme-firefox-'))
  mkdirSync(join(root, 'static'))
  for (const name of ['vp9.webm', 'h264.mp4'])
    writeFileSync(join(root, 'static', name), readFileSync(new URL(`../fixtures/video/${name}`, import.meta.url)))
  writeFileSync(join(root, 'static/k.vtt'), 'WEBVTT\n\n00:00.000 --> 00:05.000\nҚайырлы таң\n')
  const content = ['vp9.webm', 'h264.mp4'].map((src) => ({ title: src, video: { src, captions: [{ src: 'k.vtt' }] } }))
  writeFileSync(join(root, 'a.json'), JSON.stringify({ name: 'Films', content }))
  const { outputs } = await build(join(root, 'a.json'), { videoPosters: false })
  const browser = await launch({ browser: 'firefox', executablePath: firefox!, headless: true })
  try {
    const page = await browser.newPage()
    for (const slide of [1, 2]) {
      await page.goto(`${pathToFileURL(outputs[0]!.path).href}#/${slide}`, { waitUntil: 'load' })
      await page.waitForSelector('.present .facade')
      await page.click('.present .facade')
      await page.waitForSelector('video')
      // Not by waitForFunction, which compiles its function in the page: in Firefox the page's policy forbids that.
      await page.$eval('video', (video) => {
        const plays = (done: () => void) =>
          video.currentTime > 0.1 ? done() : requestAnimationFrame(() => plays(done))
        return new Promise<void>(plays)
      })
      const shown = await page.$eval('video', ({ textTracks }) => (textTracks[0]?.activeCues?.[0] as VTTCue)?.text)
      expect(shown).toBe('Қайырлы таң')
    }
  } finally {
    await browser.close()
    rmSync(root, { recursive: true })
  }
})

function findFirefox(): string | null {
  try {
    return execFileSync('which', ['firefox-esr'], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}
