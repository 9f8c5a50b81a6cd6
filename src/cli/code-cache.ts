import { lstatSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { arch, env, version } from 'node:process'
import { Script } from 'node:vm'
import { crc32 } from 'node:zlib'
import { cacheFolder } from '../system/cache-folder.ts'
import { isPrivateFolder } from '../system/private-folder.ts'

/** A bundle that is loaded. */
export interface LoadedBundle<T> {
  exports: T
  /** Where what V8 compiles of it is kept. */
  path: string
  /** What V8 has compiled of it by now, to be written there; null where that is there already, or not wanted. */
  codeToCache(): Uint8Array | null
}

/** The folder of what V8 has compiled. */
export const codeCacheFolder = () => join(cacheFolder(), 'code')

/**
 * Loads a CommonJS bundle together with what V8 compiled of it the last time, which saves a third of the time to start.
 * From 22.1 on Node can do so itself (`module.enableCompileCache`), Node 20 cannot.
 *
 * Shape:  the bundle is a function of `module`, `require` and `__filename`, in ASCII; `key` names its content and what is
 *         done with it, since that decides what is compiled.
 * Errors: those of reading and of running it. What was kept is a help and no more: where it is damaged, of another Node,
 *         or not ours alone, all is compiled anew.
 */
export function loadWithCodeCache<T>(file: string, key: string, folder = codeCacheFolder()): LoadedBundle<T> {
  const path = join(folder, `${key}-${version}-${arch}`)
  const wanted = !env.NODE_DISABLE_COMPILE_CACHE
  const cachedData = wanted ? readCachedCode(folder, path) : undefined
  const script = new Script(readFileSync(file, 'latin1'), { filename: file, ...(cachedData && { cachedData }) })
  const module = { exports: {} as T }
  script.runInThisContext()(module, createRequire(file), file)
  const isKept = script.cachedDataRejected === false
  return {
    exports: module.exports,
    path,
    codeToCache: () => (wanted && !isKept ? addChecksum(script.createCachedData()) : null),
  }
}

function readCachedCode(folder: string, path: string): Buffer | undefined {
  try {
    // It is run: nobody else may have written it.
    if (!isPrivateFolder(lstatSync(folder))) return undefined
    // A pipe would be waited for.
    return lstatSync(path).isFile() ? verifyChecksum(readFileSync(path)) : undefined
  } catch {
    return undefined
  }
}

/** V8 looks at the version and the length only (11.3): a checksum tells of damage. */
function addChecksum(code: Buffer): Uint8Array {
  const head = Buffer.alloc(4)
  head.writeUInt32LE(crc32(code))
  return Buffer.concat([head, code])
}

function verifyChecksum(file: Buffer): Buffer | undefined {
  const code = file.subarray(4)
  return file.length > 4 && file.readUInt32LE() === crc32(code) ? code : undefined
}
