import { relative, sep } from 'node:path'

/** A path relative to the working directory, or unchanged if it is outside of it. */
export function shortPath(path: string): string {
  const short = relative('.', path)
  return short === '' ? '.' : short.startsWith(`..${sep}`) || short === '..' ? path : short
}
