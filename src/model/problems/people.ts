/** Problems with people and their portraits. */
export type PeopleProblem =
  /** More people than one page holds. `onPage`: the most on one of the pages. */
  | { code: 'people-continued'; people: number; pages: number; onPage: number }
  /** The pictures of a slide are portraits, but not as many as people without one. */
  | { code: 'portraits-unequal'; people: number; pictures: number }
  /** The first line of a text of people: the names of the columns of a table, which people have none of. */
  | { code: 'people-head-omitted'; head: string }
