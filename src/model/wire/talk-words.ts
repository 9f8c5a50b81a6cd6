import type { Lang } from '../lang.ts'
import type { PageWords } from '../words.ts'

/** What the pages of a talk say besides the deck. The page fills in `{x}`. */
export interface PresentWords {
  /** The socket is gone; the page tries again by itself. */
  lost: string
  /** The server was started again: this page's address is none of its own. */
  anew: string
  share: {
    title: string
    audience: string
    audienceAbout: string
    /** `{x}` is how many follow. */
    followers: string
    /** Shows the audience's code large, in the window of the slides. */
    hall: string
    remote: string
    remoteAbout: string
    /** Uncovers the remote's code and the PIN, which a mirrored screen would show to the hall. */
    show: string
    /** `{x}` is how many phones may drive. */
    remotes: string
    pin: string
    /** Too many wrong numbers. */
    pinClosed: string
    renew: string
    /** Phones cannot reach this machine; `{x}` is a command. */
    local: string
  }
  /** Stands over the large code in the hall. */
  invitation: string
  /** Brings one who looked around back to the slide of the speaker. */
  back: string
  remote: {
    title: string
    ask: string
    /** Where the number is to be found. */
    where: string
    connect: string
    wrong: string
    /** `{x}` is a number of seconds. */
    wait: string
    closed: string
    /** Below the picture, which a finger can point on. */
    point: string
    notes: string
    next: string
  }
}

/** The words of a page of a talk, in each language that it may be read in. */
export type TalkWords = Partial<Record<Lang, { page: PageWords; talk: PresentWords }>>

/** A code to scan. Units: modules. */
export interface QrPath {
  size: number
  path: string
}

/** What the speaker's page shows to others. */
export interface Invitation {
  audience: { address: string; qr: QrPath | null }
  remote: { address: string; qr: QrPath | null }
  /** Null where others can connect; else the command that lets them. */
  command: string | null
}
