import type { SampleDeckWords } from '../../model/words.ts'

/** The texts of a new deck in English. */
export const sampleDeck: SampleDeckWords = {
  name: 'New deck',
  title: 'Title of the talk',
  subtitle: 'Name and position of the speaker',
  textTitle: 'Slide title',
  text: 'Write your own text here. What does not fit on the slide continues on the next one.\n• A line that begins with a dash or a bullet becomes a list item.\n• Words between **two asterisks** are set in bold.',
  notes: 'Only the speaker sees this note. The S key opens the speaker view.',
  closingTitle: 'Thank you',
  closing: 'I look forward to your questions.',
}
