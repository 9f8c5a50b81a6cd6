/** Schemes that need a network, which a deck must not. */
const remote = new Set(['http', 'https', 'ftp', 'ftps', 'ws', 'wss'])

/** Schemes that never name a file of the project. */
const unsafe = new Set(['data', 'javascript', 'vbscript', 'file', 'blob', 'filesystem', 'about', 'view-source', 'jar'])

/**
 * Returns the scheme of a URL, or null for a path. Like browsers, ignores blanks and control characters in a scheme. `C:` is
 * a drive, not a scheme.
 */
export function urlScheme(path: string): { scheme: string; remote: boolean } | null {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(path.replace(/[\u0000-\u0020\u00a0]+/g, ''))?.[1]?.toLowerCase()
  if (scheme === undefined) return null
  if (remote.has(scheme)) return { scheme, remote: true }
  return unsafe.has(scheme) ? { scheme, remote: false } : null
}

/** Whether browsers read a path as a host: `//host.example/a.png`. Ask only if the project has no such file. */
export const isProtocolRelative = (path: string): boolean =>
  /^\s*[/\\]{2}(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?[/\\]/i.test(path)

/** Whether a path starts at the root of a disk, such as `C:\Users\...` or `/home/...`. */
export const isAbsoluteDiskPath = (path: string): boolean =>
  /^\s*(?:[a-z]:[\\/]|\/(?:home|Users|Volumes|root|tmp|var|etc|mnt|media|opt|usr|proc|sys|dev)\/|~[\\/])/i.test(path)
