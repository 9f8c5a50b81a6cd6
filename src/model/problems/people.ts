/** Problems with people and their portraits. */
export type PeopleProblem =
  /** More people than one page holds. `onPage`: the most on one of the pages. */
  | { code: 'people-continued'; people: number; pages: number; onPage: number }
  /** The pictures of a slide are portraits, but not as many as people without one. */
  | { code: 'portraits-unequal'; people: number; pictures: number }
