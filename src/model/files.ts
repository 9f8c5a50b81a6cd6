/**
 * Reads and writes the files of a project: decks, themes, fonts, assets, outputs. Stages get it with their project, so that
 * a test can count what they read and another store can take the place of the disk.
 *
 * Shape:  paths are absolute. A method that can fail for want of a file and returns no `null` throws the system's error
 *         (see `errorReason`), unless it says otherwise.
 */
export interface Files {
  /** Reads a regular file of at most `limitBytes`. */
  read(path: string, limitBytes: number): Promise<FileReadResult>
  /** Reads a UTF-8 file of the program itself. */
  readText(path: string): Promise<string>
  /** Opens a regular file that is too large to be read at once. The caller closes it. */
  open(path: string): Promise<OpenFile>
  /** Follows links. Returns null if nothing can be found at the path. */
  stat(path: string): Promise<FileStats | null>
  /** Whether the path itself is a symbolic link. */
  isLink(path: string): Promise<boolean>
  /** Whether this user may write to the file or folder. */
  isWritable(path: string): Promise<boolean>
  /** Returns the path with all links resolved, or null if nothing can be found there. */
  realPath(path: string): Promise<string | null>
  /** Lists a folder, in no particular order. */
  list(folder: string): Promise<FolderEntry[]>
  /**
   * Writes a file completely or not at all, and creates missing folders. `beforeReplace` is called when the content is on
   * the disk, just before it takes the place of the file; if it throws, the file stays as it is.
   * Errors: `output-unwritable`, and those of `beforeReplace`.
   */
  writeAtomic(path: string, content: Uint8Array | string, beforeReplace?: () => Promise<void>): Promise<void>
  /**
   * Writes a file that does not exist yet, completely or not at all, even if the program is killed meanwhile.
   * Shape:  `mode` holds the permission bits. A large content comes in parts.
   * Errors: those of the system, `EEXIST` if there is such a file.
   */
  writeNew(path: string, content: Uint8Array | string | AsyncIterable<Uint8Array>, mode?: number): Promise<void>
  /**
   * Copies a file completely or not at all, unless the target is already the same file or has its size and time.
   * Errors: `file-unreadable` for the source, `output-unwritable` for the target.
   */
  copyAtomic(from: string, to: string): Promise<void>
  /** Creates a folder and its parents. Returns whether it was missing. */
  makeFolder(path: string): Promise<boolean>
  /** Removes a file if it exists. */
  remove(path: string): Promise<void>
}

/** What reading a file returns: its bytes, or the reason why it was not read. */
export type FileReadResult =
  | { bytes: Uint8Array }
  | { refused: 'folder' }
  | { refused: 'not-regular' }
  | { refused: 'too-large'; sizeBytes: number }

/** A file that is read in parts. */
export interface OpenFile {
  stats: FileStats
  /** Reads `length` bytes, or fewer at the end of the file. */
  read(position: number, length: number): Promise<Uint8Array>
  close(): Promise<void>
}

/** A file that was read. */
export interface FileRead {
  path: string
  /** Hexadecimal; null if the file was not read as a whole, such as a video. */
  sha256: string | null
}

/** What a path leads to. */
export type FileKind = 'file' | 'folder' | 'other'

/** A file or a folder as the disk describes it. */
export interface FileStats {
  kind: FileKind
  sizeBytes: number
  /** Units: milliseconds since 1970. */
  modifiedMs: number
  /** Changes whenever the content does, as far as the disk can tell: made of identity, size and times. */
  version: string
  /** Permission bits. */
  mode: number
  /** How many names the file has: more than one if it is hard-linked. */
  links: number
}

/** One name in a folder. Links are not followed: they are `other`. */
export interface FolderEntry {
  name: string
  kind: FileKind
}
