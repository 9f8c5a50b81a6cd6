import type { Lang } from '../lang.ts'
import type { VotesFileWords } from '../votes-csv.ts'
import type { PageWords } from '../words.ts'
import type { NetworkKind } from './invitation.ts'
import type { Refusal } from './polls.ts'
import type { StageChoice } from './stage-message.ts'

/** The words of a talk's pages. The page fills in `{x}`. */
export interface PresentWords {
  /** The connection is lost; the page reconnects by itself. */
  lost: string
  /** The server was restarted, and this page's URL is no longer valid. */
  anew: string
  /** The page has no connection, and asks for the slide once a second. */
  watch: string
  /** What the speaker alone sees when something is wrong, and what to do. */
  trouble: {
    /** No connection to Korme on this machine; `{x}` is for how long. */
    lost: string
    /** The server was restarted with other addresses. */
    anew: string
    /** The file of the deck has errors or is gone. */
    outdated: string
  }
  /** What covers the projected slide, told to the speaker alone. */
  covers: {
    /** Before the text of the question. */
    question: string
    /** The codes for phones. */
    hall: string
  }
  /** Messages to the speaker. */
  stage: {
    title: string
    about: string
    choices: Record<StageChoice, string>
    /** The label of the field for a text of one's own. */
    own: string
    send: string
    sent: string
    /** There is no connection. */
    failed: string
    dismiss: string
  }
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
    /** What phones need to connect. */
    same: string
    /** There is no network that phones can be in. */
    waiting: string
    /** Instead of the three above, where other machines serve the audience: they are about the remote control only. */
    remoteOnly: { local: string; same: string; waiting: string }
    /** The list of networks, and its entry while none is chosen. */
    network: string
    choose: string
    kinds: Record<NetworkKind, string>
    /** Before the address that is short enough to be typed. */
    typed: string
    /** The form for the Wi-Fi that phones may join. */
    wifi: {
      title: string
      about: string
      name: string
      password: string
      save: string
      remove: string
      badName: string
      badPassword: string
    }
  }
  /** What fills the screen for the hall: the way to the slides, after the way into the Wi-Fi if the speaker has entered it. */
  hall: {
    title: string
    same: string
    join: string
    name: string
    password: string
    open: string
    typed: string
    waiting: string
    /** Other devices cannot connect. */
    local: string
  }
  /** The page for those who typed a wrong short address. */
  entry: {
    title: string
    wrong: string
    /** `{x}` is a number of seconds. */
    wait: string
  }
  /** The button that returns to the speaker's slide. */
  back: string
  /** The ballot on phones. */
  vote: {
    title: string
    /** Below the question: one choice, or several. */
    one: string
    many: string
    counted: string
    closed: string
    refused: Record<Exclude<Refusal, 'closed'>, string>
    /** The button that folds the ballot, and opens it again. */
    hide: string
    open: string
    /** Below the results; `{x}` is the number of voters. */
    voters: string
  }
  /** Questions from phones. */
  ask: {
    /** The button, and the title of its dialog. */
    title: string
    about: string
    send: string
    /** `{x}` is the number of characters that are left. */
    left: string
    tooLong: string
    asked: string
    refused: Record<Refusal, string>
    others: string
    second: string
    /** Above a question that is on the screen. */
    onScreen: string
  }
  /** Votes and questions in the speaker view and on remotes. */
  desk: {
    poll: string
    /** `{x}` have voted, `{y}` are connected. */
    voters: string
    open: string
    close: string
    show: string
    hide: string
    questions: string
    /** On a remote, poll and questions are in one dialog. */
    both: string
    none: string
    waiting: string
    passed: string
    pass: string
    drop: string
    onScreen: string
    offScreen: string
    /** `{x}` others have the same question. */
    seconds: string
    save: string
    file: VotesFileWords & { name: string }
  }
  /** The times of a rehearsal, on the way into the deck. */
  rehearsal: {
    /** The button, which first shows what would change. */
    ask: string
    /** `{x}` is the file, `{y}` the folder of the copy. */
    about: string
    /** The file has changed since the changes were shown. */
    changed: string
    slide: string
    before: string
    after: string
    /** `{x}` is the title of a slide that opens a section. */
    section: string
    /** `{x}` is the time of all slides, `{y}` that of the talk. */
    longer: string
    same: string
    write: string
    back: string
    written: string
    /** The page is on another machine. */
    elsewhere: string
    /** The connection is lost. */
    failed: string
  }
  remote: {
    title: string
    ask: string
    /** There is no connection, so the buttons do nothing. */
    lost: string
    /** Where to find the PIN. */
    where: string
    connect: string
    wrong: string
    /** `{x}` is a number of seconds. */
    wait: string
    closed: string
    /** The browser grants no wake lock, and a video may not be enough. */
    screen: string
    /** Below the slide, which is touched to point. */
    point: string
    notes: string
    next: string
  }
}

/** The words of a talk's page in each of its languages. */
export type TalkWords = WordsOf<PresentWords>

/** The words of the page of a remote, which has no dialog of the speaker's. */
export type RemoteWords = Omit<
  PresentWords,
  'share' | 'hall' | 'entry' | 'ask' | 'desk' | 'rehearsal' | 'trouble' | 'covers' | 'watch'
> & {
  desk: Omit<PresentWords['desk'], 'file'>
}

/** The words of the audience's page. */
export type AudienceWords = Omit<
  PresentWords,
  'share' | 'hall' | 'entry' | 'desk' | 'rehearsal' | 'remote' | 'trouble' | 'covers' | 'stage'
>

/** Such words in each language. */
export type WordsOf<Words> = Partial<Record<Lang, { page: PageWords; talk: Words }>>
