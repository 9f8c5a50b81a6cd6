import puppeteer from 'puppeteer-core'
import type { EngineKind } from './engine.ts'
import { programOnPath } from './program-on-path.ts'
import { startPuppeteer } from './puppeteer-engine.ts'

/** The Firefox of this machine. */
export const firefox: EngineKind = {
  name: 'Firefox',
  from: 'the package firefox-esr of Debian, or Firefox',
  start: async ({ scripts }) => {
    const executablePath = programOnPath('firefox-esr') ?? programOnPath('firefox')
    if (executablePath === null) return null
    const extraPrefsFirefox = { 'javascript.enabled': scripts, 'dom.disable_open_during_load': false }
    return startPuppeteer(puppeteer, { browser: 'firefox', executablePath, headless: true, extraPrefsFirefox }, scripts)
  },
}
