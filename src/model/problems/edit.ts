/** Why an edit, a picture or a new deck was refused. `file` is a path as the reader knows it. */
export type EditFault =
  /** The page has no token of this start, or another site sent the request. */
  | { code: 'edit-forbidden' }
  | { code: 'edit-pin-wrong'; waitSeconds: number }
  /** No more tries are accepted: from this device, or from any. */
  | { code: 'edit-pin-closed' }
  | { code: 'edit-outside-project'; file: string }
  | { code: 'edit-deck-unknown' }
  | { code: 'edit-file-gone'; file: string }
  /** The same text was changed by somebody else: both are sent. */
  | { code: 'edit-conflict'; file: string }
  /** The file has changed, and it is not known any more what the edit was made on. */
  | { code: 'edit-outdated'; file: string }
  /** The file would get other letters on the disk, or become UTF-8: the page has to ask first. `encoding` is null if its letters were misread. */
  | { code: 'edit-converts'; file: string; encoding: string | null }
  | { code: 'edit-too-large'; limitBytes: number }
  | { code: 'edit-type-unfit'; expected: string }
  | { code: 'edit-request-wrong' }
  | { code: 'edit-picture-broken'; file: string }
  /** No browser plays the film; `command` makes one that they play. Null if the file is no film, or damaged. */
  | { code: 'edit-film-unfit'; file: string; command: string | null }
  /** The file cannot be read as a text. */
  | { code: 'edit-text-unreadable'; file: string }
  /**
   * The change cannot be made in the text of the file: by the faults in it, since its place is not there any more, or since
   * languages stand around it.
   */
  | { code: 'edit-impossible'; cause: 'faults' | 'place' | 'change' | 'languages' | 'limit' }
  | { code: 'edit-read-only'; file: string }
  | { code: 'edit-hard-linked'; file: string; names: number }
  /** The system refuses to write, for a reason such as `EBUSY`. */
  | { code: 'edit-unwritable'; file: string; reason: string }
  | { code: 'edit-disk-full'; file: string }
  /** Another program saves the file all the time. */
  | { code: 'edit-file-busy'; file: string }
  /** `file` has a name that counts as the same: a deck, or anything else. `free` is a name like it that nothing has. */
  | { code: 'edit-name-taken'; name: string; file: string; free: string }
  | { code: 'edit-name-unfit'; name: string }
  | { code: 'edit-deck-unfit'; file: string }
  | { code: 'edit-failed' }
