import { compressInBackground, type PdfFile } from './pdf-file.ts'
import { type PdfDict, PdfRef, type PdfValue } from './values.ts'

/** New names of resources, by the names that a content uses. */
export type ResourceNames = ReadonlyMap<string, string>

/** A name before an operator, and what may hide such words: strings. */
const uses = /\((?:\\[\s\S]|[^\\()])*\)?|\\[\s\S]|<[0-9A-Fa-f]*>|\/([A-Za-z]+\d+)(?= )/g

/**
 * Names the resources of a page or form after their numbers. Chromium names them in the order in which it meets them, and
 * takes a picture for two if it had to decode it twice: the same pages would have other names on a busy machine.
 *
 * Shape: `owner` gets new resources if a name changes. Returns the names that change.
 */
export function nameResources(owner: PdfDict): ResourceNames {
  const names = new Map<string, string>()
  const resources = owner.get('Resources')
  if (!(resources instanceof Map)) return names
  const named: PdfDict = new Map(resources)
  for (const [kind, group] of resources) {
    if (!(group instanceof Map)) continue
    const sorted = [...group].map(([name, value]): [string, PdfValue] => {
      const other = value instanceof PdfRef ? name.replace(/(?<!\d)\d+$/, `${value.number}`) : name
      if (other !== name) names.set(name, other)
      return [other, value]
    })
    named.set(kind, new Map(sorted.sort(([a], [b]) => (a < b ? -1 : 1))))
  }
  if (names.size > 0) owner.set('Resources', named)
  return names
}

/** Puts the new names of resources into a content. */
export function renameResources(content: string, names: ResourceNames): string {
  if (names.size === 0) return content
  return content.replace(uses, (whole, name) => (name && names.has(name) ? `/${names.get(name)}` : whole))
}

/** Names the resources of forms and patterns: pictures of pages that have contents of their own. */
export async function nameResourcesOfForms(file: PdfFile): Promise<void> {
  for (const number of file.numbers()) {
    const head = file.head(number)
    if (!head.includes('/Resources') || head.includes('/Type /Page\n') || !file.hasStream(number)) continue
    const ref = new PdfRef(number)
    const { dict } = file.stream(ref)
    const names = nameResources(dict)
    if (names.size === 0) continue
    const content = renameResources(file.decode(ref).toString('latin1'), names)
    file.set(ref, await compressInBackground(content, dict))
  }
}
