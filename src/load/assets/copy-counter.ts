interface ElementGroup {
  elements: number
  references: string[]
}

/** Copies of copies; drawings have three or four levels. */
const maxCopyDepth = 1000

/**
 * Counts how many elements a browser draws for an SVG. `<use>` and patterns copy parts that may hold copies themselves, so
 * that ten short lines can expand to billions of elements.
 */
export class CopyCounter {
  readonly #groups = new Map<string, ElementGroup>()
  readonly #all: ElementGroup = { elements: 0, references: [] }
  readonly #open: (ElementGroup | null)[] = []

  /** Counts the start of an element. */
  open(attributes: Readonly<Record<string, string>>, empty: boolean): void {
    const { id } = attributes
    const group: ElementGroup | null = id === undefined ? null : { elements: 0, references: [] }
    if (id !== undefined && group) this.#groups.set(id, group)
    const references = referencesOf(attributes)
    for (const enclosing of [this.#all, ...this.#open, group]) {
      if (!enclosing) continue
      enclosing.elements++
      for (const reference of references) enclosing.references.push(reference)
    }
    if (!empty) this.#open.push(group)
  }

  /** Counts the end of an element that was not empty. */
  close(): void {
    this.#open.pop()
  }

  /** Returns the number of elements that would be drawn. */
  total(): number {
    const known = new Map<ElementGroup, number>()
    const count = (group: ElementGroup, depth = 0): number => {
      const before = known.get(group)
      if (before !== undefined) return before
      if (depth > maxCopyDepth) return Infinity
      known.set(group, 0) // a part that contains itself is not drawn
      let sum = group.elements
      for (const id of group.references) {
        const copied = this.#groups.get(id)
        if (copied) sum += count(copied, depth + 1)
      }
      known.set(group, sum)
      return sum
    }
    return count(this.#all)
  }
}

function referencesOf(attributes: Readonly<Record<string, string>>): string[] {
  const references: string[] = []
  for (const [name, value] of Object.entries(attributes)) {
    if (/href$/i.test(name)) {
      if (value.trim().startsWith('#')) references.push(value.trim().slice(1))
    } else if (value.includes('url(')) {
      for (const [, id] of value.matchAll(/url\(\s*["']?#([^"')]+)/g)) references.push(id!)
    }
  }
  return references
}
