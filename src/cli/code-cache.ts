import { lstatSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { arch, env, version } from 'node:process'
import { Script } from 'node:vm'
import * as zlib from 'node:zlib'
import { cacheFolder } from '../system/cache-folder.ts'
import { isPrivateFolder } from '../system/private-folder.ts'

/** A loaded bundle. */
export interface LoadedBundle<T> {
  exports: T
  /** The cache file of its compiled code. */
  path: string
  /** Returns the code compiled so far, to be written to `path`; null if it was loaded from there or caching is off. */
  codeToCache(): Uint8Array | null
}

/** The folder of V8's compiled code. */
export const codeCacheFolder = () => join(cacheFolder(), 'code')

/**
 * Loads a CommonJS bundle with the code that V8 compiled in an earlier run, which saves a third of the start time. Node
 * does this itself from 22.1 on (`module.enableCompileCache`); Node 20 does not.
 *
 * Shape:  the bundle is a function of `module`, `require` and `__filename`, in ASCII. `key` identifies its content and the
 *         command that it runs, since V8 compiles only what runs.
 * Errors: those of reading and running the bundle. A cache file that is damaged, of another Node version, or writable by
 *         others is ignored.
 */
export function loadWithCodeCache<T>(file: string, key: string, folder = codeCacheFolder()): LoadedBundle<T> {
  const path = join(folder, `${key}-${version}-${arch}`)
  // Node 21 and the first versions of 22 have no checksums.
  const enabled = !env.NODE_DISABLE_COMPILE_CACHE && typeof zlib.crc32 === 'function'
  const cachedData = enabled ? readCachedCode(folder, path) : undefined
  const script = new Script(readFileSync(file, 'latin1'), { filename: file, ...(cachedData && { cachedData }) })
  const module = { exports: {} as T }
  script.runInThisContext()(module, createRequire(file), file)
  const isCached = script.cachedDataRejected === false
  return {
    exports: module.exports,
    path,
    codeToCache: () => (enabled && !isCached ? addChecksum(script.createCachedData()) : null),
  }
}

function readCachedCode(folder: string, path: string): Buffer | undefined {
  try {
    // Its content is executed, so nobody else may have written it.
    if (!isPrivateFolder(lstatSync(folder))) return undefined
    // Reading a pipe would block.
    return lstatSync(path).isFile() ? verifyChecksum(readFileSync(path)) : undefined
  } catch {
    return undefined
  }
}

/** V8 (11.3) checks only the version and the length of cached code, so a checksum detects damage. */
function addChecksum(code: Buffer): Uint8Array {
  const head = Buffer.alloc(4)
  head.writeUInt32LE(zlib.crc32(code))
  return Buffer.concat([head, code])
}

function verifyChecksum(file: Buffer): Buffer | undefined {
  const code = file.subarray(4)
  return file.length > 4 && file.readUInt32LE() === zlib.crc32(code) ? code : undefined
}
