/** Made from `schemas/deck.schema.json` by `npm run types:make`; change the schema, not this file. */

/**
 * A text, or one for each language.
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
export type PlainText = string | number | null
export type Texts = Text[] | Text
export type Count = number | string | null
export type Decimal = number | string | null
export type Minutes = number | string | null
export type Seconds = number | string | null
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
  | ''
  | null
export type Aspect = '16:9' | '4:3' | '' | null
export type Fit = 'auto' | 'shrink' | 'split' | '' | null
export type Color = string | null
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
export type Marker = MarkerObject | MapQuery
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
       * How values become colours.
       */
      type?: ScaleKind
      /**
       * Limits of the classes.
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
export type MapValue = Coordinates | ((Geojson | MapObject) | MapQuery)
/**
 * One block of a slide.
 */
export type Block = TitleBlock | TextBlock | ImageBlock | VideoObject | MapObject

/**
 * A slide deck. An empty string or null means "nothing" everywhere.
 */
export interface DeckFile {
  /**
   * Where this schema lies, so that editors can help.
   */
  $schema?: string | null
  /**
   * What you call the deck. Shown at the foot of slides where it has letters; else the first title is.
   */
  name?: Text
  /**
   * Your own number of the deck. Not shown.
   */
  ID?: PlainText
  /**
   * Name of the organization: on the cover, and at the foot of the other slides.
   */
  logo_title?: Text
  /**
   * Picture of the logo: /img/logo.png, or a path from this file.
   */
  logo_path?: PicturePath
  /**
   * How many slides there are. Kept by hand; a wrong number is only a warning.
   */
  slide_max?: Count
  /**
   * The slide where the show starts, counted from 1.
   */
  slide_now?: Count
  /**
   * Language of the deck: kk, ru or en. Recognised from the letters where absent.
   */
  lang?: Lang
  /**
   * All languages the deck is written in, the first one first.
   */
  langs?: Langs
  /**
   * Name of a theme, such as official.
   */
  theme?: PlainText
  /**
   * Shape of the slides: 16:9, or 4:3 for old projectors.
   */
  aspect?: Aspect
  /**
   * Colours changed for this deck, by the theme's names for them.
   */
  colors?: Colors
  /**
   * Who made the deck.
   */
  author?: Text
  /**
   * Where it is shown.
   */
  event?: Text
  /**
   * When it is shown, as it should be read.
   */
  date?: Text
  /**
   * How long the talk should take, in minutes.
   */
  minutes?: Minutes
  /**
   * The slides, in their order.
   */
  content: Slide[]
}
/**
 * One slide. Its layout follows from the fields that are filled, or from "block".
 */
export interface Slide {
  /**
   * Heading of the slide.
   */
  title?: Text
  /**
   * Layout: 1 cover, 2 text, 3 picture, 4 video, 5 map, 6 columns, 7 section, 8 quote, 9 number, 10 closing. Chosen from the fields where absent.
   */
  block?: Layout
  /**
   * A picture, or a list of pictures: /img/a.png, static/img/a.png, or a path from this file.
   */
  img_path?: Images
  /**
   * What the picture shows, for people who do not see it. A list where there are several pictures.
   */
  img_alt?: Texts
  /**
   * Caption under the picture. A list where there are several pictures.
   */
  img_caption?: Texts
  /**
   * cover: fill the place, cropped; contain: show the whole picture.
   */
  img_fit?: ImageFits
  /**
   * The point that stays in sight when the picture is cropped: "left top", "50% 20%".
   */
  img_focus?: Focuses
  /**
   * A video file or the address of a video.
   */
  video?: VideoValue
  /**
   * A place, coordinates, an address copied from a map, or an object with markers and regions.
   */
  map?: MapValue
  /**
   * Text of the slide. A new line begins a paragraph; a list of texts is set in columns.
   */
  text?: Texts
  /**
   * Notes for the speaker. Not on the slide.
   */
  notes?: Text
  /**
   * Language of this slide, where it differs.
   */
  lang?: Lang
  /**
   * Long text: auto (smaller, then continued), shrink (never continued), split (continued rather than small).
   */
  fit?: Fit
  /**
   * A colour (#1a5f7a), or a picture under the whole slide.
   */
  background?: Background
  /**
   * Contents as a list of blocks, instead of or after the fields above.
   */
  blocks?: Block[] | string | null
}
/**
 * A point of the picture, as fractions from its left and its top.
 */
export interface FocusPoint {
  /**
   * 0 left, 1 right.
   */
  x?: Fraction
  /**
   * 0 top, 1 bottom.
   */
  y?: Fraction
}
/**
 * A picture with what belongs to it.
 */
export interface ImageObject {
  /**
   * Path of the picture.
   */
  src?: PicturePath
  /**
   * What it shows, for people who do not see it.
   */
  alt?: Text
  /**
   * Caption under it.
   */
  caption?: Text
  /**
   * cover: fill the place, cropped; contain: show the whole picture.
   */
  fit?: ImageFit
  /**
   * The point that stays in sight when it is cropped.
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
   * What the player calls them.
   */
  label?: PlainText
}
/**
 * A video with what belongs to it.
 */
export interface VideoObject {
  type?: 'video'
  /**
   * A file of the project, or an address.
   */
  src?: VideoSource
  /**
   * Picture shown until the video plays, and on paper.
   */
  poster?: PicturePath
  /**
   * Or the second of the video to take that picture from.
   */
  poster_time?: Seconds
  /**
   * Second where it starts.
   */
  start?: Seconds
  /**
   * Second where it ends.
   */
  end?: Seconds
  /**
   * Title of the video.
   */
  title?: Text
  /**
   * What it shows, for people who do not see it.
   */
  alt?: Text
  /**
   * Subtitles.
   */
  captions?: CaptionTracks
  /**
   * Starts when the slide is shown.
   */
  autoplay?: Flag
  /**
   * Plays without sound.
   */
  muted?: Flag
  /**
   * Starts again at its end.
   */
  loop?: Flag
  /**
   * A QR code of the address beside the video; false leaves it out.
   */
  qr?: Flag
}
/**
 * GeoJSON or TopoJSON.
 */
export interface Geojson {
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
 * A point to look at, or a box.
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
   * 1 the world, 18 a house.
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
   * Latitude, where there is no name.
   */
  lat?: Latitude
  /**
   * Longitude, where there is no name.
   */
  lng?: Longitude
  /**
   * What stands beside it.
   */
  label?: Text
  /**
   * Shape of the mark.
   */
  kind?: MarkerKind
  /**
   * A figure shown with it.
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
   * What is written in the region.
   */
  label?: Text
  /**
   * Its colour.
   */
  color?: Color
}
/**
 * A map with markers, regions and values.
 */
export interface MapObject {
  type?: 'map'
  /**
   * What is drawn: the country, a region, the world; auto follows the contents.
   */
  base?: Base
  /**
   * What the map shows: the name of a place, a point, or a box. What lies outside is not drawn.
   */
  view?: View
  /**
   * 1 the world, 18 a house.
   */
  zoom?: Zoom
  /**
   * Marked places: names, or objects.
   */
  markers?: Markers
  /**
   * Regions to stress (a list), or values by region.
   */
  regions?: Regions
  /**
   * How values become colours.
   */
  scale?: Scale
  /**
   * Unit of the values.
   */
  unit?: Text
  /**
   * What is written on the regions.
   */
  labels?: Labels
  /**
   * Shows the legend.
   */
  legend?: Flag
  /**
   * Caption under the map.
   */
  caption?: Text
  /**
   * Where the figures are from.
   */
  source?: Text
  /**
   * What it shows, for people who do not see it. Made from the contents where absent.
   */
  alt?: Text
  /**
   * A GeoJSON file of the project, or GeoJSON itself.
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
   * Shows a QR code of that address.
   */
  qr?: Flag
  /**
   * What stands beside the drawn map: none, or a link to the online one. tiles means link: a deck fetches nothing, and no service lets its tiles be stored.
   */
  online?: Online
}
/**
 * Heading of the slide.
 */
export interface TitleBlock {
  type: 'title'
  /**
   * The heading.
   */
  text?: Text
}
/**
 * A text. Several text blocks are set in columns.
 */
export interface TextBlock {
  type: 'text'
  /**
   * The text. A new line begins a paragraph.
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
   * What it shows, for people who do not see it. A list where there are several pictures.
   */
  alt?: Texts
  /**
   * Caption under it. A list where there are several pictures.
   */
  caption?: Texts
  /**
   * cover: fill the place, cropped; contain: show the whole picture.
   */
  fit?: ImageFits
  /**
   * The point that stays in sight when it is cropped.
   */
  focus?: Focuses
}
