/** What has become of the text. */
export type SourceState =
  /** `typed`: it is saved after a pause. `draft`: the text cannot be read as it is, so it is not in the file. */
  | { kind: 'saved' | 'typed' | 'saving' | 'lost' | 'draft' }
  | { kind: 'refused'; message: string; again(): void; isConversion: boolean }
  | { kind: 'conflict'; mine: string; theirs: string; choose(whose: 'mine' | 'theirs'): void }
