import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { lstat, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { KormeError } from '../../model/errors.ts'
import { cacheFolder, spareCacheFolder } from '../../system/cache-folder.ts'
import { isPrivateFolder, makePrivateFolder } from '../../system/private-folder.ts'
import { errorReason } from '../../system/system-error.ts'
import type { BrowserExecutable, MachineInfo } from './browser-executable.ts'

const hourMs = 3_600_000

/**
 * Returns the headless shell of the npm package `@sparticuz/chromium`, or null if the package is not installed or does not
 * support the machine (it is for Linux on x64). It is unpacked once, into the user's cache, or among the temporary files if
 * the home folder is read-only, full or missing.
 *
 * The package's own code is not used: it trusts anything at a fixed path in the shared temporary folder.
 * Errors: `browser-cache-unsafe`, `browser-unpack-failed`.
 */
export async function packagedBrowser(machine: MachineInfo): Promise<BrowserExecutable | null> {
  if (machine.platform !== 'linux' || machine.arch !== 'x64') return null
  const found = await locatePackage()
  if (!found) return null
  try {
    return await browserIn(cacheFolder(machine.env, machine.platform, machine.home), found)
  } catch (error) {
    if (!(error instanceof KormeError && error.fault.code === 'browser-unpack-failed')) throw error
    return browserIn(spareCacheFolder(machine.temporary), found).catch(() => Promise.reject(error))
  }
}

/** Returns the browser in a cache, unpacked if it is not there yet. */
async function browserIn(cache: string, found: { archives: string; version: string }): Promise<BrowserExecutable> {
  let folder = cache
  try {
    if (!(await makePrivateFolder(cache))) throw new KormeError({ code: 'browser-cache-unsafe', path: cache })
    folder = join(cache, `chromium-${found.version}`)
    await removeStaleUnpacks(cache)
    if (!existsSync(join(folder, 'headless-shell'))) await unpackOnce(found.archives, folder)
    if (!isPrivateFolder(await lstat(folder))) throw new KormeError({ code: 'browser-cache-unsafe', path: folder })
  } catch (error) {
    if (error instanceof KormeError || error instanceof TypeError) throw error // a TypeError is a bug in Korme
    const variable = 'XDG_CACHE_HOME'
    throw new KormeError({ code: 'browser-unpack-failed', path: folder, reason: errorReason(error), variable })
  }
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: join(folder, 'fonts.conf') }
  const env = { LD_LIBRARY_PATH: join(folder, 'lib'), ...fonts }
  return { path: join(folder, 'headless-shell'), isHeadlessShell: true, source: 'package', env }
}

/** Returns the package's folder of archives and its version, or null if it is not installed. */
async function locatePackage(): Promise<{ archives: string; version: string } | null> {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
    const folder = dirname(dirname(dirname(entry)))
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { archives: join(folder, 'bin'), version }
  } catch {
    return null
  }
}

/** Removes what processes left that were ended while they unpacked. */
async function removeStaleUnpacks(cache: string): Promise<void> {
  for (const name of (await readdir(cache)).filter((entry) => entry.startsWith('unpacking-'))) {
    const path = join(cache, name)
    const ageMs = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? Date.now())
    if (ageMs > hourMs) await rm(path, { recursive: true, force: true })
  }
}

/** Unpacks into a temporary folder and renames it. If another process was faster, its folder is used. */
async function unpackOnce(archives: string, folder: string): Promise<void> {
  const temporary = await mkdtemp(join(dirname(folder), 'unpacking-'))
  try {
    await unpackAll(archives, temporary)
    await writeFile(join(temporary, 'fonts.conf'), fontsConf(folder))
    await rename(temporary, folder).catch((error: unknown) => {
      if (!existsSync(join(folder, 'headless-shell'))) throw error
    })
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

async function unpackAll(archives: string, folder: string): Promise<void> {
  const { unpackArchive } = await import('./unpack-archive.ts')
  const program = createWriteStream(join(folder, 'headless-shell'), { mode: 0o700, flush: true })
  const decompress = createBrotliDecompress({ chunkSize: 1 << 20 })
  await Promise.all([
    pipeline(createReadStream(join(archives, 'chromium.br')), decompress, program),
    ...['al2023', 'fonts'].map((name) => unpackArchive(join(archives, `${name}.tar.br`), folder)),
  ])
}

/** Configures the fonts for characters that a page's own fonts lack; the package's file names folders of another system. */
const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`
