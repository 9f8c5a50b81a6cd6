import { execFileSync } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { unpackArchive } from '../../../src/export/browser/unpack-archive.ts'
import { cacheFolder } from '../../../src/system/cache-folder.ts'
import type { EngineKind } from './engine.ts'
import { type Launcher, startPuppeteer } from './puppeteer-engine.ts'

const packages = ['@sparticuz/chromium@109.0.6', 'puppeteer-core@19.4.1']
const folder = join(cacheFolder(), 'verify', 'chrome-109')
const executablePath = join(folder, 'headless-shell')

/** Downloads the browser, and the puppeteer of its age, into the cache. Newer ones cannot open pages in it. */
async function install(): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  execFileSync('npm', ['install', '--prefix', folder, '--no-save', '--ignore-scripts', ...packages], {
    stdio: 'ignore',
  })
  const archives = join(folder, 'node_modules/@sparticuz/chromium/bin')
  for (const name of ['aws', 'swiftshader']) await unpackArchive(join(archives, `${name}.tar.br`), folder)
  const program = createWriteStream(`${executablePath}.part`, { mode: 0o700 })
  await pipeline(createReadStream(join(archives, 'chromium.br')), createBrotliDecompress(), program)
  await rename(`${executablePath}.part`, executablePath)
}

/** Chrome 109, the last one for Windows 7. */
export const chrome109: EngineKind = {
  name: 'Chrome 109',
  from: `npm (${packages.join(', ')})`,
  start: async ({ scripts }) => {
    if (process.platform !== 'linux' || process.arch !== 'x64') return null
    if (!existsSync(executablePath)) await install().catch(() => null)
    if (!existsSync(executablePath)) return null
    const launcher = createRequire(join(folder, 'package.json'))('puppeteer-core') as Launcher
    const args = ['--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
    const env = { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib') }
    return startPuppeteer(launcher, { executablePath, args, env, headless: true }, scripts)
  },
}
