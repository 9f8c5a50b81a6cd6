import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/** Where a system keeps what can be made again, for one user. */
export function cacheFolder(env = process.env, platform = process.platform): string {
  if (env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME)) return join(env.XDG_CACHE_HOME, 'korme')
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'korme', 'Cache')
  return join(homedir(), platform === 'darwin' ? 'Library/Caches' : '.cache', 'korme')
}
