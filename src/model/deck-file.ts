/** Made from `src/model/deck.schema.json` by `npm run types:make`; change the schema, not this file. */

/**
 * A text, or one text per language.
 */
export type Text =
  | string
  | number
  | {
      /**
       * In Kazakh.
       */
      kk?: PlainText
      /**
       * In Russian.
       */
      ru?: PlainText
      /**
       * In English.
       */
      en?: PlainText
    }
  | null
export type ThemeName = PlainText
export type PlainText = string | number | null
export type Texts = Text[] | Text
export type Count = number | string | null
export type Decimal = number | string | null
export type Minutes = number | string | null
export type Seconds = number | string | null
export type LoopSeconds = number | string | null
export type Fraction = number | string | null
export type Latitude = number | string | null
export type Longitude = number | string | null
export type Zoom = number | string | null
export type Flag = boolean | string | null
export type Lang = 'kk' | 'ru' | 'en' | '' | null
export type Langs = Lang[] | Lang
export type Layout =
  | '1'
  | '2'
  | '3'
  | '4'
  | '5'
  | '6'
  | '7'
  | '8'
  | '9'
  | '10'
  | '11'
  | '12'
  | '13'
  | '14'
  | '15'
  | 1
  | 2
  | 3
  | 4
  | 5
  | 6
  | 7
  | 8
  | 9
  | 10
  | 11
  | 12
  | 13
  | 14
  | 15
  | 'cover'
  | 'text'
  | 'picture'
  | 'image'
  | 'video'
  | 'map'
  | 'columns'
  | 'section'
  | 'quote'
  | 'number'
  | 'closing'
  | 'table'
  | 'chart'
  | 'people'
  | 'timeline'
  | 'poll'
  | ''
  | null
export type Aspect = '16:9' | '4:3' | '' | null
export type Steps = true | false | 'true' | 'false' | 'all' | '' | null
export type Transition = 'none' | 'fade' | 'slide' | '' | null
export type Fit = 'auto' | 'shrink' | 'split' | '' | null
export type Color = string | null
export type Latin =
  | {
      [k: string]: PlainText
    }
  | boolean
  | string
  | null
export type Colors =
  | {
      [k: string]: Color
    }
  | string
  | null
export type Background = string | null
export type PicturePath = string | null
export type ImageFit = 'cover' | 'contain' | '' | null
export type ImageFits = ImageFit[] | ImageFit
export type FocusWords = string | null
export type Focus = FocusPoint | FocusWords
export type Focuses = Focus[] | Focus
export type Image = ImageObject | PicturePath
export type Images = Image[] | Image
export type VideoSource = string | null
export type CaptionTracks = CaptionTrack[] | string | null
export type FilePath = string | null
export type VideoValue = VideoObject | VideoSource
export type MapQuery = string | null
/**
 * Latitude, then longitude.
 *
 * @minItems 2
 * @maxItems 2
 */
export type Coordinates = [Latitude, Longitude]
export type GeojsonSource = Geojson | FilePath
export type View = ViewPoint | MapQuery
export type MarkerKind = 'pin' | 'dot' | 'star' | 'office' | '' | null
export type Marker = Coordinates | (MarkerObject | MapQuery)
/**
 * Marked places.
 */
export type Places = Marker[]
export type Markers = Marker[] | string | null
export type RegionName = string | null
export type RegionScalar = number | string | null
export type RegionValue = RegionObject | RegionScalar
export type RegionValues =
  | {
      [k: string]: RegionValue
    }
  | string
  | null
export type Regions = RegionName[] | RegionValues
export type ScaleKind = 'quantile' | 'steps' | 'category' | '' | null
export type Scale =
  | {
      /**
       * How values are mapped to colours.
       */
      type?: ScaleKind
      /**
       * Boundaries between the classes.
       */
      steps?: Decimal[] | null
      /**
       * Colours of the classes.
       */
      colors?: Color[] | null
      /**
       * Names of the classes.
       */
      labels?: Text[] | null
    }
  | string
  | null
export type Base = 'auto' | 'kz' | 'region' | 'world' | 'none' | '' | null
export type Labels = 'auto' | 'names' | 'values' | 'none' | '' | null
export type Online = 'none' | 'link' | 'tiles' | '' | null
export type Link = string | null
export type MapValue = (Coordinates | Places) | ((Geojson | MapObject) | MapQuery)
/**
 * One block of a slide.
 */
export type Block =
  | TitleBlock
  | TextBlock
  | ImageBlock
  | VideoObject
  | MapObject
  | TableBlock
  | ChartBlock
  | PeopleBlock
  | TimelineBlock
  | PollBlock
export type ChartKind = 'bar' | 'stack' | 'line' | 'donut' | '' | null
export type ChartValue = ChartObject | TableValue
export type Person = PersonObject | PlainText
export type PeopleValue = Person[] | Text
export type TableRow = Text[] | Text
export type TableRows = TableRow[] | Text
export type ColumnAlign = 'left' | 'right' | '' | null
export type ColumnAligns = ColumnAlign[] | ColumnAlign
export type TableValue = TableObject | TableRows
export type TimelineRow = Text[] | Text
export type TimelineRows = TimelineRow[] | Text
export type TimelineKind = 'programme' | 'line' | '' | null
export type TimelineValue = TimelineObject | TimelineRows
export type PollOptions = Text[] | Text
export type PollShow = 'hidden' | 'live' | '' | null
export type PollValue = PollObject | PollOptions

/**
 * A slide deck. An empty string or null means "nothing" in every field.
 */
export interface DeckFile {
  /**
   * Path of this schema, so that editors can complete the fields.
   */
  $schema?: string | null
  /**
   * Name of the deck. The footer shows it if it contains letters; otherwise the footer shows the first title.
   */
  name?: Text
  /**
   * Your own reference number. Not shown.
   */
  ID?: PlainText
  /**
   * Name of the organization, on the cover and in the footer of the other slides.
   */
  logo_title?: Text
  /**
   * Logo: /img/logo.png, or a path relative to this file.
   */
  logo_path?: PicturePath
  /**
   * Number of slides, kept by hand. A wrong number is only a warning.
   */
  slide_max?: Count
  /**
   * The first slide shown, counted from 1.
   */
  slide_now?: Count
  /**
   * Language of the deck. Detected from the text if absent.
   */
  lang?: Lang
  /**
   * All languages of the deck, the main one first. If there are several, its page has all of them.
   */
  langs?: Langs
  /**
   * true: the page shows Kazakh in Latin letters too. Names and words with a spelling of their own are listed in { }; their endings follow by themselves.
   */
  latin?: Latin
  /**
   * Name of the theme, such as official.
   */
  theme?: ThemeName
  /**
   * Aspect ratio of the slides; 4:3 is for old projectors.
   */
  aspect?: Aspect
  /**
   * Colours to replace in this deck, under the names that the theme gives them.
   */
  colors?: Colors
  /**
   * Who made the deck.
   */
  author?: Text
  /**
   * Event or place where it is presented.
   */
  event?: Text
  /**
   * Date of the event, written as it should appear.
   */
  date?: Text
  /**
   * Planned length of the talk, in minutes.
   */
  minutes?: Minutes
  /**
   * true: items, paragraphs, rows, series or bars of a chart and pictures of a gallery appear one by one in the show; covers, sections and closing slides are shown whole. "all": all other boxes too. A slide can say it for itself.
   */
  steps?: Steps
  /**
   * How one slide follows another in the show: none, fade or slide.
   */
  transition?: Transition
  /**
   * The built page shows its slides by itself and begins again after the last one: seconds for each slide, longer where there is more to read.
   */
  loop?: LoopSeconds
  /**
   * The slides, in order.
   */
  content: Slide[]
}
/**
 * One slide. Its layout follows from the fields that are filled, unless "block" sets it.
 */
export interface Slide {
  /**
   * Title of the slide.
   */
  title?: Text
  /**
   * Layout: 1 cover, 2 text, 3 picture, 4 video, 5 map, 6 columns, 7 section, 8 quote, 9 number, 10 closing, 11 table, 12 chart, 13 people, 14 timeline, 15 poll. Chosen from the other fields if absent.
   */
  block?: Layout
  /**
   * A picture or a list of pictures: /img/a.png, static/img/a.png, or a path relative to this file.
   */
  img_path?: Images
  /**
   * Text alternative for people who cannot see the picture. A list if there are several pictures.
   */
  img_alt?: Texts
  /**
   * Caption of the picture. A list if there are several pictures.
   */
  img_caption?: Texts
  /**
   * cover fills the region and crops the picture; contain shows the whole picture.
   */
  img_fit?: ImageFits
  /**
   * The point that stays visible when the picture is cropped: "left top", "50% 20%".
   */
  img_focus?: Focuses
  /**
   * A video file, or the address of a video.
   */
  video?: VideoValue
  /**
   * A place, several places, coordinates, an address copied from an online map, or an object with markers and regions.
   */
  map?: MapValue
  /**
   * A table: one row a line with cells separated by tabs, vertical bars or semicolons, a list of rows, or an object.
   */
  table?: TableValue
  /**
   * Names and numbers to draw: one row a line, a list of rows, or an object with the data and the kind of chart.
   */
  chart?: ChartValue
  /**
   * People with portraits: a list of objects, or lines such as "Name, role". Portraits may also stand in "img_path", in the same order.
   */
  people?: PeopleValue
  /**
   * The programme of an event, or stages with dates: one row a line, a list of rows, or an object.
   */
  timeline?: TimelineValue
  /**
   * A question for the phones of the audience: a list of options with the title as the question, or an object.
   */
  poll?: PollValue
  /**
   * Text of the slide. Each line is a paragraph; a list of texts is set in columns.
   */
  text?: Texts
  /**
   * Speaker notes: private, only the speaker sees them, in the speaker view and in print with --notes. They are not shown on the slide, but stay in the built file unless it is made with --no-notes.
   */
  notes?: Text
  /**
   * Language of this slide, if it differs from the deck's.
   */
  lang?: Lang
  /**
   * What to do with long text: auto sets it smaller, then continues it on another page; shrink never continues it; split continues it rather than setting it small.
   */
  fit?: Fit
  /**
   * true: items, paragraphs, rows, series or bars of a chart and pictures of a gallery appear one by one in the show. "all": all other boxes too. false: the slide is shown whole.
   */
  steps?: Steps
  /**
   * Planned time of the slide, in minutes; on a slide that opens a section, that of the whole section. The speaker view shows whether the talk keeps to it.
   */
  minutes?: Minutes
  /**
   * A colour (#1a5f7a), or a picture behind the whole slide.
   */
  background?: Background
  /**
   * Content as a list of blocks, instead of or after the fields above.
   */
  blocks?: Block[] | string | null
}
/**
 * A point of the picture, as fractions of its width and height.
 */
export interface FocusPoint {
  /**
   * 0 is the left edge, 1 the right edge.
   */
  x?: Fraction
  /**
   * 0 is the top edge, 1 the bottom edge.
   */
  y?: Fraction
}
/**
 * A picture with its text alternative, caption and cropping.
 */
export interface ImageObject {
  /**
   * Path of the picture.
   */
  src?: PicturePath
  /**
   * Text alternative for people who cannot see it.
   */
  alt?: Text
  /**
   * Caption of the picture.
   */
  caption?: Text
  /**
   * cover fills the region and crops the picture; contain shows the whole picture.
   */
  fit?: ImageFit
  /**
   * The point that stays visible when the picture is cropped.
   */
  focus?: Focus
}
/**
 * Subtitles of a video in one language.
 */
export interface CaptionTrack {
  /**
   * Path of a WebVTT file (.vtt).
   */
  src?: FilePath
  /**
   * Language of the subtitles.
   */
  lang?: Lang
  /**
   * Name of the subtitles in the player.
   */
  label?: PlainText
}
/**
 * A video with its poster, subtitles and playback settings.
 */
export interface VideoObject {
  type?: 'video'
  /**
   * A file of the project, or an address.
   */
  src?: VideoSource
  /**
   * Picture shown until the video plays, and in print.
   */
  poster?: PicturePath
  /**
   * Time of the frame to use as the poster, in seconds.
   */
  poster_time?: Seconds
  /**
   * Where playback starts, in seconds.
   */
  start?: Seconds
  /**
   * Where playback ends, in seconds.
   */
  end?: Seconds
  /**
   * Title of the video.
   */
  title?: Text
  /**
   * Text alternative for people who cannot see it.
   */
  alt?: Text
  /**
   * Subtitles.
   */
  captions?: CaptionTracks
  /**
   * Plays when the slide is shown.
   */
  autoplay?: Flag
  /**
   * Plays without sound.
   */
  muted?: Flag
  /**
   * Plays again from the start when it ends.
   */
  loop?: Flag
  /**
   * A QR code of the address beside the video; false omits it.
   */
  qr?: Flag
}
/**
 * GeoJSON or TopoJSON.
 */
export interface Geojson {
  /**
   * The kind of a GeoJSON or TopoJSON object, as its standard names it.
   */
  type:
    | 'FeatureCollection'
    | 'Feature'
    | 'GeometryCollection'
    | 'Point'
    | 'MultiPoint'
    | 'LineString'
    | 'MultiLineString'
    | 'Polygon'
    | 'MultiPolygon'
    | 'Topology'
  [k: string]: unknown
}
/**
 * A point to centre the map on, or a bounding box.
 */
export interface ViewPoint {
  /**
   * Latitude.
   */
  lat?: Latitude
  /**
   * Longitude.
   */
  lng?: Longitude
  /**
   * Zoom level: 1 shows the world, 18 a house.
   */
  zoom?: Zoom
  /**
   * West, south, east, north.
   *
   * @minItems 4
   * @maxItems 4
   */
  bbox?: [Longitude, Latitude, Longitude, Latitude] | null
}
/**
 * A marked place.
 */
export interface MarkerObject {
  /**
   * Name of the place.
   */
  place?: MapQuery
  /**
   * Latitude, if there is no name.
   */
  lat?: Latitude
  /**
   * Longitude, if there is no name.
   */
  lng?: Longitude
  /**
   * Label beside the mark.
   */
  label?: Text
  /**
   * Shape of the mark.
   */
  kind?: MarkerKind
  /**
   * Value shown with the label.
   */
  value?: Decimal
}
/**
 * The value of one region.
 */
export interface RegionObject {
  /**
   * A number, or the name of a category.
   */
  value?: number | string | null
  /**
   * Label of the region.
   */
  label?: Text
  /**
   * Colour of the region.
   */
  color?: Color
}
/**
 * A map with markers, regions and values.
 */
export interface MapObject {
  type?: 'map'
  /**
   * What is drawn: the country, a region, the world or nothing; auto decides by the content.
   */
  base?: Base
  /**
   * The visible area: the name of a place, a point, or a bounding box. Nothing outside it is drawn.
   */
  view?: View
  /**
   * Zoom level: 1 shows the world, 18 a house.
   */
  zoom?: Zoom
  /**
   * Name of the place, if there is only one.
   */
  place?: MapQuery
  /**
   * Latitude of the only place.
   */
  lat?: Latitude
  /**
   * Longitude of the only place.
   */
  lng?: Longitude
  /**
   * Label beside the only mark.
   */
  label?: Text
  /**
   * Shape of the only mark.
   */
  kind?: MarkerKind
  /**
   * Marked places.
   */
  markers?: Markers
  /**
   * Regions to highlight (a list), or values by region.
   */
  regions?: Regions
  /**
   * How values are mapped to colours.
   */
  scale?: Scale
  /**
   * Unit of the values.
   */
  unit?: Text
  /**
   * What the labels of regions show.
   */
  labels?: Labels
  /**
   * Whether to show a legend.
   */
  legend?: Flag
  /**
   * Caption of the map.
   */
  caption?: Text
  /**
   * Source of the data.
   */
  source?: Text
  /**
   * Text alternative for people who cannot see the map. Generated from the content if absent.
   */
  alt?: Text
  /**
   * A GeoJSON file of the project, or inline GeoJSON.
   */
  geojson?: GeojsonSource
  /**
   * A picture to show instead of a drawn map.
   */
  image?: PicturePath
  /**
   * Address of an online map.
   */
  link?: Link
  /**
   * Whether to show a QR code of that address.
   */
  qr?: Flag
  /**
   * What to show beside the map: nothing, or a link to the online map. tiles means link: decks work offline, and map services forbid storing their tiles.
   */
  online?: Online
}
/**
 * A chart.
 */
export interface ChartObject {
  /**
   * bar, stack (bars of several parts), line or donut. Chosen from the data if absent.
   */
  kind?: ChartKind
  /**
   * Names in the first column, numbers in one to four others: one row a line, or a list of rows.
   */
  data?: TableValue
  /**
   * Unit of all numbers, such as % or people.
   */
  unit?: Text
  /**
   * Source of the data, shown below.
   */
  source?: Text
  /**
   * The names of rows to set off; the other bars are grey.
   */
  highlight?: Texts
}
/**
 * A chart.
 */
export interface ChartBlock {
  type: 'chart'
  /**
   * bar, stack (bars of several parts), line or donut. Chosen from the data if absent.
   */
  kind?: ChartKind
  /**
   * Names in the first column, numbers in one to four others: one row a line, or a list of rows.
   */
  data?: TableValue
  /**
   * Unit of all numbers, such as % or people.
   */
  unit?: Text
  /**
   * Source of the data, shown below.
   */
  source?: Text
  /**
   * The names of rows to set off; the other bars are grey.
   */
  highlight?: Texts
}
/**
 * One person.
 */
export interface PersonObject {
  /**
   * Name.
   */
  name?: Text
  /**
   * What the person does.
   */
  role?: Text
  /**
   * Portrait. Without one, the initials are shown.
   */
  img_path?: PicturePath
  /**
   * Text alternative of the portrait, if it shows more than the person.
   */
  img_alt?: Text
  /**
   * The point that stays visible when the portrait is cropped. Chosen for faces if absent.
   */
  img_focus?: Focus
  /**
   * Something more about the person.
   */
  note?: Text
}
/**
 * People with portraits.
 */
export interface PeopleBlock {
  type: 'people'
  /**
   * The people: a list of objects, or lines such as "Name, role".
   */
  people?: PeopleValue
}
/**
 * A table with its settings.
 */
export interface TableObject {
  /**
   * One row a line, with cells separated by tabs, vertical bars or semicolons, or a list of rows.
   */
  rows?: TableRows
  /**
   * Whether the first row names the columns. Recognised if absent.
   */
  head?: Flag
  /**
   * Whether the last row is a sum, which is set off. Recognised by its words if absent.
   */
  total?: Flag
  /**
   * Whether the rows are a ranking: places are set in front, and many rows in two columns.
   */
  rank?: Flag
  /**
   * The unit of all numbers, shown above the table.
   */
  unit?: Text
  /**
   * A remark or the source, shown below the table.
   */
  note?: Text
  /**
   * The side of each column, left or right. Numbers stand right if absent.
   */
  align?: ColumnAligns
}
/**
 * A table.
 */
export interface TableBlock {
  type: 'table'
  /**
   * One row a line, with cells separated by tabs, vertical bars or semicolons, or a list of rows.
   */
  rows?: TableRows
  /**
   * Whether the first row names the columns. Recognised if absent.
   */
  head?: Flag
  /**
   * Whether the last row is a sum, which is set off. Recognised by its words if absent.
   */
  total?: Flag
  /**
   * Whether the rows are a ranking: places are set in front, and many rows in two columns.
   */
  rank?: Flag
  /**
   * The unit of all numbers, shown above the table.
   */
  unit?: Text
  /**
   * A remark or the source, shown below the table.
   */
  note?: Text
  /**
   * The side of each column, left or right. Numbers stand right if absent.
   */
  align?: ColumnAligns
}
/**
 * The programme of an event, or stages along a line.
 */
export interface TimelineObject {
  /**
   * programme for clock times, line for stages. Chosen from the rows if absent.
   */
  kind?: TimelineKind
  /**
   * One row a line, or a list of rows: "09:00–09:30", what, where; or "September: what".
   */
  rows?: TimelineRows
}
/**
 * The programme of an event, or stages along a line.
 */
export interface TimelineBlock {
  type: 'timeline'
  /**
   * programme for clock times, line for stages. Chosen from the rows if absent.
   */
  kind?: TimelineKind
  /**
   * One row a line, or a list of rows: "09:00–09:30", what, where; or "September: what".
   */
  rows?: TimelineRows
}
/**
 * A question that the audience answers on their phones.
 */
export interface PollObject {
  /**
   * The question. By default the title of the slide.
   */
  question?: Text
  /**
   * What can be chosen: one option a line, or a list.
   */
  options?: PollOptions
  /**
   * Several options can be chosen.
   */
  many?: Flag
  /**
   * hidden: the speaker shows the results; live: they are seen while people vote. By default hidden.
   */
  show?: PollShow
}
/**
 * A question that the audience answers on their phones.
 */
export interface PollBlock {
  type: 'poll'
  /**
   * The question. By default the title of the slide.
   */
  question?: Text
  /**
   * What can be chosen: one option a line, or a list.
   */
  options?: PollOptions
  /**
   * Several options can be chosen.
   */
  many?: Flag
  /**
   * hidden: the speaker shows the results; live: they are seen while people vote. By default hidden.
   */
  show?: PollShow
}
/**
 * Title of the slide.
 */
export interface TitleBlock {
  type: 'title'
  /**
   * The title.
   */
  text?: Text
}
/**
 * A text. Several text blocks are set in columns.
 */
export interface TextBlock {
  type: 'text'
  /**
   * The text. Each line is a paragraph.
   */
  text?: Text
}
/**
 * A picture, or several in a grid.
 */
export interface ImageBlock {
  type: 'image'
  /**
   * A picture, or a list of pictures.
   */
  src?: Images
  /**
   * Text alternative for people who cannot see the picture. A list if there are several pictures.
   */
  alt?: Texts
  /**
   * Caption of the picture. A list if there are several pictures.
   */
  caption?: Texts
  /**
   * cover fills the region and crops the picture; contain shows the whole picture.
   */
  fit?: ImageFits
  /**
   * The point that stays visible when the picture is cropped.
   */
  focus?: Focuses
}
