import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'puppeteer-core'
import { withBrowser } from './browser.ts'

/** A moment of a film. Shape: an absolute path. Units: seconds; null leaves the moment open. */
export interface Moment {
  file: string
  time: number | null
}

/** Wide enough for a slide. Units: px. */
const widthPx = 1280

/** A film that shows nothing for so long is given up. */
const deadlineMs = 8_000

/**
 * Takes pictures out of films with a browser, as JPEG; null for a film that it cannot play.
 * Errors: EnvironmentError where there is no browser.
 */
export async function takeStills(moments: readonly Moment[]): Promise<(Uint8Array | null)[]> {
  return withBrowser({}, async (browser) => {
    // A page on the disk may show films on the disk; none of any other kind may.
    const folder = await mkdtemp(join(tmpdir(), 'korme-still-'))
    const blank = join(folder, 'blank.html')
    try {
      await writeFile(blank, '<!DOCTYPE html><meta charset="utf-8"><body style="margin:0;background:#000"></body>')
      const page = await browser.newPage()
      const stills: (Uint8Array | null)[] = []
      for (const moment of moments) {
        await page.goto(pathToFileURL(blank).href)
        stills.push(await takeStill(page, moment))
      }
      return stills
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}

async function takeStill(page: Page, { file, time }: Moment): Promise<Uint8Array | null> {
  const size = await page.evaluate(showMoment, pathToFileURL(file).href, time, widthPx, deadlineMs)
  if (!size) return null
  await page.setViewport(size)
  return page.screenshot({ type: 'jpeg', quality: 82, clip: { x: 0, y: 0, ...size } })
}

/** Runs in the browser: shows one moment of a film and gives its size. Units: px. */
async function showMoment(src: string, time: number | null, widest: number, deadline: number) {
  const video = document.createElement('video')
  video.muted = true
  video.preload = 'auto'
  const happens = (name: string) =>
    new Promise<boolean>((resolve) => {
      video.addEventListener(name, () => resolve(true), { once: true })
      video.addEventListener('error', () => resolve(false), { once: true })
      setTimeout(() => resolve(false), deadline)
    })
  const loaded = happens('loadeddata')
  video.src = src
  document.body.append(video)
  if (!(await loaded) || video.videoWidth === 0) return null
  // Films tend to begin in black.
  const open = Number.isFinite(video.duration) ? Math.min(3, video.duration / 3) : 0
  const sought = happens('seeked')
  video.currentTime = time ?? open
  if (!(await sought)) return null
  const width = Math.min(video.videoWidth, widest)
  const height = Math.max(1, Math.round((width * video.videoHeight) / video.videoWidth))
  video.style.cssText = `display:block;width:${width}px;height:${height}px`
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  return { width, height }
}
