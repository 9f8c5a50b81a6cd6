/** Returns the code of a system error, such as `ENOSPC`, or the beginning of its message if it has none. */
export function errorReason(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  return typeof code === 'string' ? code : String(error).slice(0, 200)
}

/** Whether an error says that a path does not exist: no such file, or a parent that is not a folder. */
export const isNotFound = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(errorReason(error))
