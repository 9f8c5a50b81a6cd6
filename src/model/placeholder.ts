const signs = /^[?.…_\-–—]+$/
const letters = /^(?:[xх]{3,}|todo|tbd)$/i
const words = /^(?:<(?!iframe\b).*>|\[.*\]|placeholder|none|null|no|нет|жоқ|фото|картинка|рисунок|сурет|файл|путь)$/i

/**
 * Whether a path or address is only a placeholder, such as `//static/img/???.png//`, `xxx.jpg`, `TODO` or `нет`.
 * Words count only without an extension, since a file may be called `placeholder.png`.
 */
export function isPlaceholder(path: string): boolean {
  const trimmed = path.replace(/(?<![/\\\s])[/\\\s]+$/, '')
  const name = trimmed.slice(Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('\\')) + 1).trim()
  const stem = name.replace(/\.[a-z0-9?]{1,5}$/i, '')
  if (stem === '' || name === '..') return stem === '' && path.trim() !== ''
  return signs.test(stem) || letters.test(stem) || words.test(name)
}
