/** The event by which a page tells its script that its first slide has been read. The rest follows. */
export const firstSlideEvent = 'korme-first-slide'

/** The script after the first slide of a page. */
export const firstSlideScript = `dispatchEvent(new Event('${firstSlideEvent}'))`
