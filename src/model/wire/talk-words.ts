import type { Lang } from '../lang.ts'
import type { PageWords } from '../words.ts'

/** The words of a talk's pages. The page fills in `{x}`. */
export interface PresentWords {
  /** The connection is lost; the page reconnects by itself. */
  lost: string
  /** The server was restarted, and this page's URL is no longer valid. */
  anew: string
  share: {
    title: string
    audience: string
    audienceAbout: string
    /** `{x}` is the number of followers. */
    followers: string
    /** The button that shows the audience's QR code over the slides. */
    hall: string
    remote: string
    remoteAbout: string
    /** The button that reveals the remote's QR code and the PIN. They are hidden in case the screen is mirrored. */
    show: string
    /** `{x}` is the number of remotes. */
    remotes: string
    pin: string
    /** Too many wrong PINs were entered. */
    pinClosed: string
    renew: string
    /** Other devices cannot connect; `{x}` is a command. */
    local: string
  }
  /** Above the large QR code. */
  invitation: string
  /** The button that returns to the speaker's slide. */
  back: string
  remote: {
    title: string
    ask: string
    /** Where to find the PIN. */
    where: string
    connect: string
    wrong: string
    /** `{x}` is a number of seconds. */
    wait: string
    closed: string
    /** The browser does not keep the screen of this phone on. */
    screen: string
    /** Below the slide, which is touched to point. */
    point: string
    notes: string
    next: string
  }
}

/** The words of a talk's page in each of its languages. */
export type TalkWords = Partial<Record<Lang, { page: PageWords; talk: PresentWords }>>

/** A QR code. Units: modules. */
export interface QrPath {
  size: number
  path: string
}

/** The URLs and QR codes that the speaker's page shows to others. */
export interface Invitation {
  audience: { address: string; qr: QrPath | null }
  remote: { address: string; qr: QrPath | null }
  /** The command that lets other devices connect; null if they can already. */
  command: string | null
}
