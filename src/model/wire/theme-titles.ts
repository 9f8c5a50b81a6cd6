/** A theme that a deck can choose. */
export interface ThemeTitle {
  /** What stands in the deck: `official`. */
  name: string
  /** Its name in the reader's language. */
  title: string
}

/** The answer to `GET decks/<id>/themes`. */
export interface ThemesAnswer {
  themes: readonly ThemeTitle[]
}
