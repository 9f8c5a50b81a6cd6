/** What a slide shows step by step: nothing, the parts of its boxes (items, rows, series), or those and all other boxes. */
export type Steps = boolean | 'all'

/** How one slide follows another in the show. */
export type Transition = 'none' | 'fade' | 'slide'
