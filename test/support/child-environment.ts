/** The environment of a process that a test starts: what `bare-environment.ts` prepared, and English messages. */
export function childEnvironment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const { PATH = '', HOME = '', XDG_CACHE_HOME = '', TMPDIR, SystemRoot } = process.env
  return {
    PATH,
    HOME,
    XDG_CACHE_HOME,
    ...(TMPDIR && { TMPDIR }),
    ...(SystemRoot && { SystemRoot }),
    LANG: 'C',
    ...more,
  }
}
