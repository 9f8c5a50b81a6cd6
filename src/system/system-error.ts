/** The system's own code of a failure, such as `ENOSPC`; the first words of its message where it has none. */
export function errorReason(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  return typeof code === 'string' ? code : String(error).slice(0, 200)
}

/** Nothing lies at a path: no such file, or a part of the path that is no folder. */
export const isNotFound = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(errorReason(error))
