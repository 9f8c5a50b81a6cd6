/** The messages to the speaker that are ready to send, which each page shows in its own language. */
export const stageChoices = ['five', 'one', 'over', 'louder', 'slower'] as const
export type StageChoice = (typeof stageChoices)[number]

/** The longest text of one's own. Units: characters. */
export const stageTextLimit = 100

/** A message is on the screen of the speaker for so long, unless it is dismissed before. Units: milliseconds. */
export const stageMessageMs = 90_000

/** So many messages are shown at a time; a further one replaces the oldest. */
export const stageMessageCount = 3

/** A message to the speaker: a choice, or a text. */
export interface StageMessage {
  id: string
  choice: StageChoice | null
  /** Empty for a choice. */
  text: string
}
