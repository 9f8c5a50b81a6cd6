import type { SampleEventWords } from '../../model/words.ts'

/** The texts of new decks for a training, a contest and a programme in English. */
export const sampleEvents: SampleEventWords = {
  goalsTitle: 'What you will learn',
  goals:
    'After this training you can\n• name the main steps of your work\n• do each of them by yourself\n• find the mistakes that occur most often',
  exerciseTitle: 'Exercise',
  exercise:
    'Work in pairs for 15 minutes.\n1. Read the task.\n2. Discuss how to solve it.\n3. Write down one question for all.',
  rulesTitle: 'How to take part',
  rules:
    '• Teams of three to five people\n• One entry from each team\n• Send it in by 1 October\n• The jury announces the results on 1 December',
  organizersTitle: 'Organizers',
}
