declare module '#generated/print-fonts.js' {
  /** The fonts that a browser on Linux prints with as if they were installed, and what they are measured with. */
  export const printFonts: {
    /** A text that every face has the letters of. */
    sample: string
    faces: readonly {
      family: string
      /** The name that only this family has. */
      installedFamily: string
      weight: number
      italic: boolean
      /** The SHA-256 of the file that pages embed. */
      woff2: string
      /** The width of the sample without kerning. Units: em. */
      width: number
    }[]
  }
}
