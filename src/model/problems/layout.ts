/** What layout has to say: texts continued, letters a font lacks. */
export type LayoutProblem = { code: 'text-continued'; characters: number; pages: number; sizePx: number }
