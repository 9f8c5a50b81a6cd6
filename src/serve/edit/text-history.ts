/** Earlier texts of decks by the hashes of their files. */
export interface TextHistory {
  add(hash: string, text: string): void
  get(hash: string): string | null
  has(hash: string): boolean
}

/** Creates a history that forgets the texts that were used least recently once they have more than `maxLength` characters. */
export function makeTextHistory(maxLength: number): TextHistory {
  const texts = new Map<string, string>()
  let length = 0
  const remove = (hash: string) => {
    length -= texts.get(hash)?.length ?? 0
    texts.delete(hash)
  }
  const add = (hash: string, text: string) => {
    remove(hash)
    texts.set(hash, text)
    length += text.length
    for (const oldest of texts.keys()) {
      if (length <= maxLength || oldest === hash) return
      remove(oldest)
    }
  }
  return {
    add,
    get: (hash) => {
      const text = texts.get(hash)
      if (text !== undefined) add(hash, text)
      return text ?? null
    },
    has: (hash) => texts.has(hash),
  }
}
