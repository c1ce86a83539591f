/** A mail as this house sends them: plain text, to one person, without a word about health. */
export type Message = {
  /** The same id is the same mail: sent again after a crash, it arrives once. Letters, digits, dots, hyphens. */
  id: string
  to: string
  subject: string
  text: string
}

/** Sends mail. Rejects when it could not be handed over; the caller decides whether to try again. */
export type Mail = { send: (message: Message) => Promise<void> }
