import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { KormeError } from '../../model/errors.ts'
import type { BrowserExecutable, MachineInfo } from './executable.ts'
import { assertPrivateFolder, privateCacheFolder, privateCachePath } from './private-cache.ts'

const hourMs = 3_600_000

/** Fonts for what a page does not bring itself; the package's own list names folders of another system. */
const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`

/** The package's folder of archives and its version; null where it is not installed. */
async function locatePackage(): Promise<{ bin: string; version: string } | null> {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
    const folder = dirname(dirname(dirname(entry)))
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { bin: join(folder, 'bin'), version }
  } catch {
    return null
  }
}

async function unpackAll(bin: string, folder: string): Promise<void> {
  const { unpackArchive } = await import('./unpack.ts')
  const program = createWriteStream(join(folder, 'headless-shell'), { mode: 0o700, flush: true })
  await Promise.all([
    pipeline(createReadStream(join(bin, 'chromium.br')), createBrotliDecompress({ chunkSize: 1 << 20 }), program),
    ...['al2023', 'fonts'].map((name) => unpackArchive(join(bin, `${name}.tar.br`), folder)),
  ])
}

/** What a process left that was ended while it unpacked. */
async function removeStaleUnpacks(cache: string): Promise<void> {
  for (const name of (await readdir(cache)).filter((entry) => entry.startsWith('unpacking-'))) {
    const path = join(cache, name)
    const age = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? Date.now())
    if (age > hourMs) await rm(path, { recursive: true, force: true })
  }
}

/** Unpacks aside and moves the whole into its place; where another process was faster, its folder is as good. */
async function unpackOnce(bin: string, folder: string): Promise<void> {
  const cache = dirname(folder)
  const aside = await mkdtemp(join(cache, 'unpacking-'))
  try {
    await unpackAll(bin, aside)
    await writeFile(join(aside, 'fonts.conf'), fontsConf(folder))
    await rename(aside, folder).catch((error: unknown) => {
      if (!existsSync(join(folder, 'headless-shell'))) throw error
    })
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

/**
 * The headless shell inside the npm package `@sparticuz/chromium`, unpacked once into the user's cache; null where the
 * package does not run (anything but Linux on x64) or is not installed.
 *
 * Its own code is not used: that trusts whatever lies at a fixed place in the shared temporary folder.
 * Errors: EnvironmentError where the cache is not ours or cannot be written.
 */
export async function packagedBrowser(machine: MachineInfo): Promise<BrowserExecutable | null> {
  if (machine.platform !== 'linux' || machine.arch !== 'x64') return null
  const found = await locatePackage()
  if (!found) return null
  let folder = privateCachePath(machine)
  try {
    const cache = await privateCacheFolder(machine)
    folder = join(cache, `chromium-${found.version}`)
    await removeStaleUnpacks(cache)
    if (!existsSync(join(folder, 'headless-shell'))) await unpackOnce(found.bin, folder)
    await assertPrivateFolder(folder)
  } catch (error) {
    if (error instanceof KormeError || error instanceof TypeError) throw error // a TypeError is a bug of ours
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new KormeError({ code: 'browser-unpack-failed', path: folder, reason })
  }
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: join(folder, 'fonts.conf') }
  const env = { LD_LIBRARY_PATH: join(folder, 'lib'), ...fonts }
  return { path: join(folder, 'headless-shell'), isHeadlessShell: true, source: 'package', env }
}
