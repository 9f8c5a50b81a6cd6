/** Functions that are called with each event, until they are taken off. */
export class Listeners<T> {
  readonly #all = new Set<(event: T) => void>()

  /** Gives what takes the listener off again. */
  add(listener: (event: T) => void): () => void {
    const own = (event: T) => listener(event)
    this.#all.add(own)
    return () => this.#all.delete(own)
  }

  notify(event: T): void {
    for (const listener of [...this.#all]) listener(event)
  }
}
