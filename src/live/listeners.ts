/** Calls its listeners with each event. */
export class Listeners<T> {
  readonly #all = new Set<(event: T) => void>()

  /** Returns a function that removes the listener. */
  add(listener: (event: T) => void): () => void {
    const own = (event: T) => listener(event)
    this.#all.add(own)
    return () => this.#all.delete(own)
  }

  notify(event: T): void {
    for (const listener of [...this.#all]) listener(event)
  }
}
