/** The system's own code of a failure, such as `ENOSPC`; the first words of its message where it has none. */
export function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  return typeof code === 'string' ? code : String(error).slice(0, 200)
}

/** Nothing lies at a path: no such file, or a part of the path that is no folder. */
export const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(reasonOf(error))
