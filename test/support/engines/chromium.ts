import puppeteer from 'puppeteer-core'
import type { EngineKind } from './engine.ts'
import { programOnPath } from './program-on-path.ts'
import { startPuppeteer } from './puppeteer-engine.ts'

/** The Chromium of this machine. */
export const chromium: EngineKind = {
  name: 'Chromium',
  from: 'the package chromium of Debian',
  start: async ({ scripts }) => {
    const executablePath = programOnPath('chromium')
    if (executablePath === null) return null
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    return startPuppeteer(puppeteer, { executablePath, headless: true, args }, scripts)
  },
}
