/** Schemes that fetch something from a network: a deck must work without one. */
const remote = new Set(['http', 'https', 'ftp', 'ftps', 'ws', 'wss'])

/** Schemes that are no file of the project, whatever follows. */
const unsafe = new Set(['data', 'javascript', 'vbscript', 'file', 'blob', 'filesystem', 'about', 'view-source', 'jar'])

/**
 * Tells an address from a path.
 *
 * Shape: browsers leave out blanks and control characters in a scheme, and so does this; `C:` is a drive, no scheme.
 */
export function urlScheme(path: string): { scheme: string; remote: boolean } | null {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(path.replace(/[\u0000-\u0020\u00a0]+/g, ''))?.[1]?.toLowerCase()
  if (scheme === undefined) return null
  if (remote.has(scheme)) return { scheme, remote: true }
  return unsafe.has(scheme) ? { scheme, remote: false } : null
}

/** `//host.example/a.png` means a host to a browser; asked only where no such file lies in the project. */
export const isProtocolRelative = (path: string): boolean =>
  /^\s*[/\\]{2}(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?[/\\]/i.test(path)

/** A path from the top of somebody's disk, such as `C:\Users\...` or `/home/...`. */
export const isAbsoluteDiskPath = (path: string): boolean =>
  /^\s*(?:[a-z]:[\\/]|\/(?:home|Users|Volumes|root|tmp|var|etc|mnt|media|opt|usr|proc|sys|dev)\/|~[\\/])/i.test(path)
