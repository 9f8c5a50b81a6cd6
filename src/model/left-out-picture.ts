/** What the comment of a placeholder begins with; the name of its picture follows. */
export const placeholderMark = 'korme-picture:'

/** A picture that a page for printing lacks, because a placeholder of the same size is printed and replaced afterwards. */
export interface LeftOutPicture {
  /** A JPEG file. */
  bytes: Uint8Array
  /** How often the page shows it. */
  uses: number
}

/** The pictures that a page for printing lacks, by their names. */
export type LeftOutPictures = ReadonlyMap<string, LeftOutPicture>
