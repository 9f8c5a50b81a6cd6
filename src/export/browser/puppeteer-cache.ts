import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { MachineInfo } from './browser-executable.ts'

const macChrome = 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'

/** Returns the path of the executable inside one of Puppeteer's downloads for `platform`. */
function executablePath(product: string, platform: string): string {
  // Puppeteer's folders are named `linux-…` and `mac_arm-…`, the archives inside them `linux64` and `mac-arm64`.
  const inside = platform
    .replace(/^linux.*/, 'linux64')
    .replace('mac_arm', 'mac-arm64')
    .replace(/^mac$/, 'mac-x64')
  const name = product === 'chrome' && inside.startsWith('mac') ? macChrome : product
  return join(`${product}-${inside}`, inside.startsWith('win') ? `${name}.exe` : name)
}

const newestFirst = (a: string, b: string) => b.localeCompare(a, 'en', { numeric: true })

/**
 * Returns the browsers that Puppeteer has downloaded, the newest first.
 *
 * Source: https://pptr.dev/guides/configuration (`PUPPETEER_CACHE_DIR`, else `.cache/puppeteer` in the home folder).
 */
export async function puppeteerPaths(
  product: 'chrome' | 'chrome-headless-shell',
  machine: MachineInfo,
): Promise<string[]> {
  const cache = machine.env.PUPPETEER_CACHE_DIR || join(machine.home, '.cache', 'puppeteer')
  const builds = await readdir(join(cache, product)).catch(() => [])
  return builds
    .filter((build) => build.includes('-'))
    .sort(newestFirst)
    .map((build) => join(cache, product, build, executablePath(product, build.slice(0, build.lastIndexOf('-')))))
}
