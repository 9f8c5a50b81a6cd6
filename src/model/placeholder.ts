/**
 * Whether a path only keeps a place free, as `//static/img/???.png//` does: a file name of question marks, dots or
 * nothing before its ending.
 */
export const isPlaceholder = (path: string): boolean =>
  /^(?:.*[/\\])?(?:\?+|\.{3,}|…)(?:\.[a-z0-9?]+)?[/\\\s]*$/is.test(path)
