/** All that decks are made into, in one file of the bundle: each further file takes longer to open than to read. */
export { check } from './build.ts'
export { handoutPdf } from './handout.ts'
export { slidesPage } from './page.ts'
export { slidesPdf } from './pdf.ts'
export { produce } from './produce.ts'
