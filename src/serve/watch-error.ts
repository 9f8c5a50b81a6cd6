import { KormeError } from '../model/errors.ts'
import { shortPath } from '../report/short-path.ts'

/** The error for a path that the system cannot watch; `reason` is the system's error code. */
export const watchError = (path: string, reason: string): KormeError =>
  new KormeError({ code: 'watch-failed', path: shortPath(path), reason })
