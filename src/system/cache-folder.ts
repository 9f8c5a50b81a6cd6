import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/**
 * Returns Korme's folder for derived data of one user.
 *
 * Source: https://specifications.freedesktop.org/basedir-spec/latest/ (a relative `XDG_CACHE_HOME` is ignored).
 */
export function cacheFolder(env = process.env, platform = process.platform, home = homedir()): string {
  if (env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME)) return join(env.XDG_CACHE_HOME, 'korme')
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'korme', 'Cache')
  return join(home, platform === 'darwin' ? 'Library/Caches' : '.cache', 'korme')
}

/** Returns the folder that takes the place of `cacheFolder` if that one cannot be used: it is not kept for ever. */
export const spareCacheFolder = (temporary: string): string => join(temporary, `korme-${process.getuid?.() ?? 'cache'}`)
