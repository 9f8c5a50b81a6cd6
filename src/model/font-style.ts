/** The `@font-face` rules of a family. */
export interface FontStyle {
  family: string
  css: string
  /** Whether a browser that has the family as installed fonts shows the same without these rules. */
  isInstallable: boolean
}

/** Returns the rules of families that may be installed, as they stand in a page for printing, in one piece. */
export const installableFonts = (fonts: readonly FontStyle[]): string =>
  fonts
    .filter(({ isInstallable }) => isInstallable)
    .map(({ css }) => `${css}\n`)
    .join('')
